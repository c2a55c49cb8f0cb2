package parley.local.issuer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.local.template.Names;
import parley.local.template.Resource;

/**
 * An application that people sign in to.
 *
 * @param id its id
 * @param secret what it proves itself with; empty for one that cannot keep a secret
 * @param callbacks where codes may be sent
 * @param logouts where people may be sent after they signed out
 * @param scopes what it may ask for
 * @param idToken how long an ID token is good
 * @param accessToken how long an access token is good
 * @param refreshToken how long a refresh token is good
 */
record Client(
    String id,
    Optional<String> secret,
    Set<String> callbacks,
    Set<String> logouts,
    Set<String> scopes,
    Duration idToken,
    Duration accessToken,
    Duration refreshToken) {

  /**
   * Reads one. Throws {@link IllegalArgumentException} for flows and providers that the twin does
   * not implement.
   */
  static Client of(Names names, Resource client) {
    only(client, "AllowedOAuthFlows", Set.of("code"));
    only(client, "SupportedIdentityProviders", Set.of("COGNITO"));
    return new Client(
        IssuerTypes.clientId(names, client.id()),
        client.get("GenerateSecret").asBoolean()
            ? Optional.of(IssuerTypes.clientSecret(names, client.id()))
            : Optional.empty(),
        texts(client.get("CallbackURLs")),
        texts(client.get("LogoutURLs")),
        texts(client.get("AllowedOAuthScopes")),
        validity(client, "IdToken", Duration.ofHours(1)),
        validity(client, "AccessToken", Duration.ofHours(1)),
        validity(client, "RefreshToken", Duration.ofDays(30)));
  }

  /** Cognito's units, with its defaults: hours for tokens, days for refresh tokens. */
  private static Duration validity(Resource client, String token, Duration otherwise) {
    var value = client.get(token + "Validity");
    if (value.isMissingNode()) {
      return otherwise;
    }
    var unit =
        client
            .get("TokenValidityUnits." + token)
            .asText(token.equals("RefreshToken") ? "days" : "hours");
    return switch (unit) {
      case "seconds" -> Duration.ofSeconds(value.asLong());
      case "minutes" -> Duration.ofMinutes(value.asLong());
      case "hours" -> Duration.ofHours(value.asLong());
      default -> Duration.ofDays(value.asLong());
    };
  }

  private static void only(Resource client, String property, Set<String> allowed) {
    var got = texts(client.get(property));
    if (!allowed.containsAll(got)) {
      throw new IllegalArgumentException(
          "%s: %s is %s; the twin implements %s".formatted(client.id(), property, got, allowed));
    }
  }

  private static Set<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).collect(Collectors.toUnmodifiableSet());
  }
}
