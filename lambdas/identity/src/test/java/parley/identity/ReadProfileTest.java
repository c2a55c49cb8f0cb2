package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;
import parley.kernel.Request;

class ReadProfileTest {

  private final IdentityFixture identity = new IdentityFixture();

  @Test
  void aProfileIsMadeFromTheTokensNameAtFirst() {
    var profile = identity.signIn("u1", "Ada Lovelace");
    assertThat(profile.path("name").asText()).isEqualTo("Ada Lovelace");
    assertThat(Color.TEXTS).contains(profile.path("color").asText());
    assertThat(identity.names.rows()).containsExactly("ada lovelace#u1", "lovelace#u1");
  }

  @Test
  void aProfileThatIsThereIsNotMadeAgain() {
    identity.signIn("u1", "Ada");
    assertThat(identity.signIn("u1", "Eve").path("name").asText()).isEqualTo("Ada");
    assertThat(identity.found("eve")).isEmpty();
  }

  @Test
  void whoHasNoNameIsSomebody() {
    assertThat(identity.signIn("u1", " ").path("name").asText()).isEqualTo("Somebody");
  }

  @Test
  void aCrashAtAnyStepIsMendedByTheNextRead() {
    for (var step = 0; step < 3; step++) {
      var again = new IdentityFixture();
      again.steps.crashAfter(step);
      assertThatThrownBy(() -> again.signIn("u1", "Ada")).isInstanceOf(Steps.Crash.class);
      assertThat(again.signIn("u1", "Ada").path("name").asText()).isEqualTo("Ada");
      assertThat(again.found("ada")).containsExactly("u1");
    }
  }

  @Test
  void othersAreShownAndUnknownOnesLeftOut() {
    identity.signIn("u1", "Ada");
    identity.signIn("u2", "Grace");
    var reply = IdentityFixture.ask(identity.read, "u1", "{'users':'u2,u9,u2,u1'}", "{}");
    assertThat(Json.tree(reply.body()).path("profiles").findValuesAsText("user"))
        .containsExactly("u2", "u1");
  }

  @Test
  void anotherFunctionMayAskWhoThereIs() {
    identity.signIn("u1", "Ada");
    var asked = Json.object();
    asked.putArray("users").add("u1").add("u2");
    var reply = identity.read.handle(Request.inside("r", asked));
    assertThat(Json.tree(reply.body()).path("profiles").findValuesAsText("user"))
        .containsExactly("u1");
  }

  @Test
  void anotherFunctionThatNamesNobodyIsRefused() {
    assertThat(identity.read.handle(Request.inside("r", Json.object())).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'users':''}", "{'users':'a,,b'}", "{'users':'a b'}", "{'users':{}}"})
  void whatIsNoListOfUsersIsRefused(String params) {
    var reply = IdentityFixture.ask(identity.read, "u1", params, "{}");
    assertThat(IdentityFixture.refused(reply)).containsExactly("users");
  }

  @Test
  void moreThanAHundredUsersAreRefused() {
    var users = "a,".repeat(100) + "a";
    var reply = IdentityFixture.ask(identity.read, "u1", "{'users':'" + users + "'}", "{}");
    assertThat(IdentityFixture.refused(reply)).containsExactly("users");
  }
}
