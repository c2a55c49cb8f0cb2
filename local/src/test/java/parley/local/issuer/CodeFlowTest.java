package parley.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authorization code flow, from the request to tokens that expire and are renewed. */
final class CodeFlowTest extends IssuerCase {

  @Test
  void aPersonSignsInWithCodeAndPkce() throws Exception {
    var page = get("/oauth2/authorize", asked());
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(location(page)).startsWith("/login?");
    var form = send(request(URI.create(location(page)).toString()));
    assertThat(form.body()).contains("<label>Email", "<label>Password", "Create an account");
    assertThat(form.headers().firstValue("content-security-policy").orElseThrow())
        .contains("form-action 'self' http://localhost:4400;");

    var back = signIn(ADA);
    assertThat(location(back)).startsWith("http://localhost:4400/?code=");
    assertThat(parameters(back)).containsEntry("state", "st&te");
    var tokens = JSON.readTree(redeem(parameters(back).get("code")).body());

    assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
    var id = claims(tokens.path("id_token").asText());
    assertThat(id)
        .containsEntry("iss", names.issuer() + "/" + poolId)
        .containsEntry("aud", List.of(clientId))
        .containsEntry("token_use", "id")
        .containsEntry("email", "ada@example.com")
        .containsEntry("email_verified", true)
        .containsEntry("name", "Ada <3")
        .containsEntry("nonce", "n-1")
        .containsEntry("auth_time", clock.instant().getEpochSecond())
        .containsEntry("at_hash", Digests.leftHalf(tokens.path("access_token").asText()))
        .containsKeys("sub", "jti", "origin_jti", "iat", "cognito:username");
    var access = claims(tokens.path("access_token").asText());
    assertThat(access)
        .containsEntry("token_use", "access")
        .containsEntry("client_id", clientId)
        .containsEntry("sub", id.get("sub"))
        .containsEntry("username", id.get("cognito:username"))
        .doesNotContainKey("aud");
    assertThat(access.get("scope").toString().split(" "))
        .containsExactlyInAnyOrder("openid", "email", "profile");
  }

  @Test
  void anIdTokenIsGoodForTheAuthorizerUntilItExpires() throws Exception {
    var tokens = tokens();
    var id = tokens.path("id_token").asText();

    assertThat(issuer.claims(poolArn, id).orElseThrow()).containsEntry("name", "Ada <3");
    assertThat(issuer.claims(poolArn, tokens.path("access_token").asText())).isEmpty();
    assertThat(issuer.claims(poolArn + "x", id)).isEmpty();
    assertThat(issuer.claims(poolArn, "")).isEmpty();
    assertThat(issuer.claims(poolArn, forged(id))).isEmpty();

    clock.turn(Duration.ofMinutes(30));
    assertThat(issuer.claims(poolArn, id)).isEmpty();
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    var code = parameters(signIn(ADA)).get("code");

    assertThat(redeem(code).statusCode()).isEqualTo(200);
    assertError(redeem(code), 400, "invalid_grant");
  }

  @Test
  void aCodeIsGoodForFiveMinutes() throws Exception {
    var code = parameters(signIn(ADA)).get("code");
    clock.turn(Duration.ofMinutes(5));

    assertError(redeem(code), 400, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, invalid_grant",
    "code_verifier, '', invalid_grant",
    "redirect_uri, http://localhost:4400, invalid_grant",
    "grant_type, password, unsupported_grant_type",
    "client_id, nobody, invalid_client"
  })
  void aRequestForTokensThatIsWrongIsRefused(String name, String value, String error)
      throws Exception {
    var form = redemption(parameters(signIn(ADA)).get("code"));
    form.put(name, value);

    assertError(post("/oauth2/token", form), error.equals("invalid_client") ? 401 : 400, error);
  }

  @Test
  void aRefreshTokenGivesNewTokensUntilItExpiresOrIsRevoked() throws Exception {
    var first = tokens();
    var refresh = first.path("refresh_token").asText();
    clock.turn(Duration.ofHours(1));

    var second = JSON.readTree(refresh(refresh).body());
    var id = claims(second.path("id_token").asText());

    assertThat(id)
        .containsEntry("auth_time", clock.instant().minus(Duration.ofHours(1)).getEpochSecond())
        .containsEntry("origin_jti", claims(first.path("id_token").asText()).get("origin_jti"));
    assertThat(issuer.claims(poolArn, second.path("id_token").asText())).isPresent();
    assertThat(second.has("refresh_token")).isFalse();

    assertThat(post("/oauth2/revoke", Map.of("token", refresh, "client_id", clientId)).statusCode())
        .isEqualTo(200);
    assertError(refresh(refresh), 400, "invalid_grant");

    var other = tokens().path("refresh_token").asText();
    clock.turn(Duration.ofDays(2));
    assertError(refresh(other), 400, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "redirect_uri, http://localhost:4400/x",
    "redirect_uri, http://localhost:4400",
    "client_id, nobody"
  })
  void anUnknownClientOrAddressIsNeverRedirectedTo(String name, String value) throws Exception {
    var page = get("/oauth2/authorize", asked(name, value));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("location")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "scope, openid admin, invalid_scope",
    "code_challenge, '', invalid_request",
    "code_challenge_method, plain, invalid_request"
  })
  void aRequestThatIsWrongIsToldToTheClient(String name, String value, String error)
      throws Exception {
    assertThat(location(get("/oauth2/authorize", asked(name, value))))
        .isEqualTo("http://localhost:4400/?error=%s&state=st%%26te".formatted(error));
  }

  @Test
  void aClientWithASecretMustProveIt() throws Exception {
    clientId = IssuerTypes.clientId(names, "Server");
    var asked = asked("scope", "openid");
    asked.remove("code_challenge");
    var back =
        send(post(asked, "/login", Map.of("username", ADA.email(), "password", ADA.password())));
    var form = redemption(parameters(back).get("code"));
    form.remove("code_verifier");

    assertError(post("/oauth2/token", form), 401, "invalid_client");

    form.put("client_secret", IssuerTypes.clientSecret(names, "Server"));
    assertThat(post("/oauth2/token", form).statusCode()).isEqualTo(200);
  }
}
