package parley.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do on the issuer's own pages. */
final class SignInPagesTest extends IssuerCase {

  @Test
  void whoIsSignedInGetsTheNextCodeAtOnceUntilTheySignOut() throws Exception {
    signIn(ADA);
    assertThat(location(get("/oauth2/authorize", asked())))
        .startsWith("http://localhost:4400/?code=");

    var out = get("/logout", Map.of("client_id", clientId, "logout_uri", "http://localhost:4400/"));

    assertThat(location(out)).isEqualTo("http://localhost:4400/");
    assertThat(location(get("/oauth2/authorize", asked()))).startsWith("/login?");
    assertThat(location(get("/oauth2/authorize", asked("prompt", "none"))))
        .isEqualTo("http://localhost:4400/?error=login_required&state=st%26te");
  }

  @Test
  void aSessionEndsAfterAnHour() throws Exception {
    signIn(ADA);
    clock.turn(Duration.ofHours(1));

    assertThat(location(get("/oauth2/authorize", asked()))).startsWith("/login?");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSame() throws Exception {
    var wrong = signIn(new Person("", ADA.email(), "wrong"));
    var unknown = signIn(new Person("", "Ada@example.co", "wrong"));

    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body())
        .contains("role=\"alert\">Incorrect username or password.")
        .isEqualTo(unknown.body().replace("example.co\"", "example.com\""));
  }

  @Test
  void aNewPersonMakesAnAccountAndIsSignedIn() throws Exception {
    var grace = new Person("Grace", "grace@example.com", "compiler 1952");

    assertThat(signUp(new Person("", grace.email(), grace.password())).body())
        .contains("Your name is missing.");
    assertThat(signUp(new Person("Grace", "grace", grace.password())).body())
        .contains("not an email address");
    assertThat(signUp(new Person("Grace", grace.email(), "short 1")).body())
        .contains("at least 12 characters");
    assertThat(signUp(new Person("Grace", grace.email(), "no number here")).body())
        .contains("needs a digit");
    assertThat(signUp(new Person("<b>", ADA.email(), grace.password())).body())
        .contains("already exists", "value=\"&lt;b&gt;\"");

    var back = signUp(grace);
    var tokens = JSON.readTree(redeem(parameters(back).get("code")).body());
    assertThat(claims(tokens.path("id_token").asText())).containsEntry("name", "Grace");
    assertThat(location(signIn(grace))).contains("code=");
  }

  @Test
  void whereAccountsAreMadeByAnAdministratorThereIsNoSignUp() throws Exception {
    issuer.close();
    start(
        TEMPLATE.replace(
            "\"AllowAdminCreateUserOnly\": false", "\"AllowAdminCreateUserOnly\": true"));

    assertThat(send(request("/login?" + query(asked()))).body()).doesNotContain("/signup");
    assertThat(signUp(new Person("Grace", "grace@example.com", "compiler 1952")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    var request =
        post(asked(), "/login", Map.of("username", ADA.email(), "password", ADA.password()));

    assertThat(send(request.header("Origin", "http://evil.example")).statusCode()).isEqualTo(403);
    assertThat(send(request.setHeader("Origin", names.issuer().toString())).statusCode())
        .isEqualTo(302);
  }
}
