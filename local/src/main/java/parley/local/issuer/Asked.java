package parley.local.issuer;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * A client's request to sign somebody in.
 *
 * @param client who asks
 * @param redirectUri where the answer goes; one of the client's own
 * @param scopes what is asked for
 * @param state to be repeated in the answer
 * @param nonce to be repeated in the ID token
 * @param challenge PKCE's S256 challenge
 * @param prompt {@code login} to ask for the password in any case, {@code none} to ask for nothing
 */
record Asked(
    Client client,
    String redirectUri,
    Set<String> scopes,
    String state,
    String nonce,
    String challenge,
    String prompt) {

  /**
   * Reads it. Throws {@link Unsafe} where nothing may be sent to the redirect URI, and {@link
   * Refused} where an error may.
   */
  static Asked of(Client client, Map<String, String> query) throws Unsafe, Refused {
    var uri = query.getOrDefault("redirect_uri", "");
    if (!client.callbacks().contains(uri)) {
      throw new Unsafe("The redirect_uri is not one of the client's.");
    }
    var scope = query.getOrDefault("scope", "").strip();
    var scopes = scope.isEmpty() ? client.scopes() : Set.of(scope.split(" +"));
    var asked =
        new Asked(
            client,
            uri,
            scopes,
            query.getOrDefault("state", ""),
            query.getOrDefault("nonce", ""),
            query.getOrDefault("code_challenge", ""),
            query.getOrDefault("prompt", ""));
    asked.check(query);
    return asked;
  }

  /** The redirect URI with the answer's parameters and the state. */
  String answer(Map<String, String> parameters) {
    var uri = new StringBuilder(redirectUri).append(redirectUri.contains("?") ? '&' : '?');
    parameters.forEach(
        (name, value) -> uri.append(name).append('=').append(encode(value)).append('&'));
    if (!state.isEmpty()) {
      uri.append("state=").append(encode(state)).append('&');
    }
    uri.setLength(uri.length() - 1);
    return uri.toString();
  }

  private void check(Map<String, String> query) throws Refused {
    if (!query.getOrDefault("response_type", "").equals("code")) {
      throw new Refused(this, "unsupported_response_type");
    }
    if (!client.scopes().containsAll(scopes)) {
      throw new Refused(this, "invalid_scope");
    }
    var plain = !challenge.isEmpty() && !"S256".equals(query.get("code_challenge_method"));
    var open = challenge.isEmpty() && client.secret().isEmpty();
    if (plain || open) {
      throw new Refused(this, "invalid_request");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The client or its address is unknown: the person is told, and nobody else. */
  static final class Unsafe extends Exception {
    Unsafe(String message) {
      super(message, null, false, false);
    }
  }

  /** The client is told by OAuth's error code. */
  static final class Refused extends Exception {

    private final transient Asked asked;

    Refused(Asked asked, String error) {
      super(error, null, false, false);
      this.asked = asked;
    }

    WebAnswer answer() {
      return WebAnswer.redirect(asked.answer(Map.of("error", String.valueOf(getMessage()))));
    }
  }
}
