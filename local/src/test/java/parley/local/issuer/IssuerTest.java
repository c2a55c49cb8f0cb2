package parley.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import parley.local.RawRequest;

/** What the issuer keeps, tells and refuses. */
final class IssuerTest extends IssuerCase {

  @Test
  void aNameThatOnlyPointsHereIsNotAnswered() throws Exception {
    var port = names.issuer().getPort();

    assertThat(RawRequest.status(port, "localhost:" + port)).isEqualTo(404);
    assertThat(RawRequest.status(port, "127.0.0.1:" + port)).isEqualTo(404);
    assertThat(RawRequest.status(port, "rebound.example:" + port)).isEqualTo(421);
  }

  @Test
  void peopleKeysAndRefreshTokensOutliveARestart() throws Exception {
    var tokens = tokens();
    issuer.close();
    start();

    assertThat(issuer.claims(poolArn, tokens.path("id_token").asText())).isPresent();
    assertThat(refresh(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(200);
    assertThat(location(signIn(ADA))).contains("code=");
  }

  @Test
  void neitherPasswordsNorRefreshTokensAreKeptInTheClear() throws Exception {
    var refresh = tokens().path("refresh_token").asText();

    assertThat(Files.readString(data.resolve("users").resolve(poolId + ".json")))
        .contains("ada@example.com")
        .doesNotContain(ADA.password(), refresh);
  }

  @Test
  void userInfoTellsWhoHoldsTheAccessToken() throws Exception {
    var tokens = tokens();
    var request = request("/oauth2/userInfo");

    var about =
        send(request.header("Authorization", "Bearer " + tokens.path("access_token").asText()));
    assertThat(JSON.readTree(about.body()).path("email").asText()).isEqualTo("ada@example.com");
    assertThat(
            send(request.setHeader("Authorization", "Bearer " + tokens.path("id_token").asText()))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void discoveryLeadsToEverything() throws Exception {
    var about =
        JSON.readTree(
            send(request("/%s/.well-known/openid-configuration".formatted(poolId))).body());

    assertThat(about.path("issuer").asText()).isEqualTo(names.issuer() + "/" + poolId);
    assertThat(about.path("token_endpoint").asText()).isEqualTo(names.issuer() + "/oauth2/token");
    assertThat(about.path("jwks_uri").asText())
        .isEqualTo(names.issuer() + "/" + poolId + "/.well-known/jwks.json");
  }

  @Test
  void theSitesPagesMayReadTheAnswers() throws Exception {
    var path = "/%s/.well-known/jwks.json".formatted(poolId);
    var site = send(request(path).header("Origin", names.site().toString()));
    var evil = send(request(path).header("Origin", "http://evil.example"));
    var ask =
        send(
            request("/oauth2/token")
                .header("Origin", names.site().toString())
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(site.headers().firstValue("access-control-allow-origin"))
        .hasValue(names.site().toString());
    assertThat(site.body()).doesNotContain("\"d\"");
    assertThat(evil.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(ask.statusCode()).isEqualTo(204);
  }

  @Test
  void anotherProviderStopsTheStart() {
    issuer.close();
    assertThatThrownBy(() -> start(TEMPLATE.replace("\"COGNITO\"", "\"Okta\"")))
        .hasMessageContaining(
            "SupportedIdentityProviders is [Okta]; the twin implements [COGNITO]");
  }
}
