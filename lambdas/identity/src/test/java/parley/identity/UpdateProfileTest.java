package parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;
import parley.kernel.Reply;

class UpdateProfileTest {

  private IdentityFixture identity = new IdentityFixture();

  @BeforeEach
  void signIn() {
    identity.signIn("u1", "Ada Byron");
  }

  @Test
  void theNameAloneChanges() {
    var color = identity.signIn("u1", "").path("color").asText();
    var profile = Json.tree(update("{'name':'  Ada \\n Lovelace '}").body());
    assertThat(profile.path("name").asText()).isEqualTo("Ada Lovelace");
    assertThat(profile.path("color").asText()).isEqualTo(color);
    assertThat(identity.names.rows()).containsExactly("ada lovelace#u1", "lovelace#u1");
  }

  @Test
  void theColorAloneChanges() {
    var profile = Json.tree(update("{'color':'teal'}").body());
    assertThat(profile.path("name").asText()).isEqualTo("Ada Byron");
    assertThat(profile.path("color").asText()).isEqualTo("teal");
  }

  @Test
  void whoHasNoProfileYetGetsOne() {
    IdentityFixture.ask(identity.update, "u2", "{}", "{'name':'Grace'}");
    assertThat(identity.found("grace")).containsExactly("u2");
    assertThat(identity.found("somebody")).isEmpty();
  }

  @Test
  void wordsThatTheOldAndTheNewNameShareStay() {
    update("{'name':'Augusta Byron'}");
    assertThat(identity.found("byron")).containsExactly("u1");
  }

  @Test
  void aRenameThatStoppedAnywhereIsFinishedByARetry() {
    var crashed = true;
    for (var step = 0; crashed; step++) {
      identity = new IdentityFixture();
      signIn();
      identity.steps.crashAfter(step);
      try {
        update("{'name':'Lovelace'}");
      } catch (Steps.Crash e) {
        assertThat(identity.found("byron").size() + identity.found("lovelace").size())
            .as("found by one of the names after a crash at step %d", step)
            .isEqualTo(1);
      }
      crashed = !identity.steps.pending();
      identity.steps.calm();
      update("{'name':'Lovelace'}");
      assertThat(identity.found("byron")).isEmpty();
      assertThat(identity.found("lovelace")).containsExactly("u1");
      assertThat(step).isLessThan(20);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'name':''}",
        "{'name':'  '}",
        "{'name':null}",
        "{'name':7}",
        "{'name':'\\u200b'}"
      })
  void aNameThatNobodyCouldSeeIsRefused(String body) {
    assertThat(IdentityFixture.refused(update(body))).containsExactly("name");
  }

  @Test
  void aNameOfMoreThanEightyCharactersIsRefused() {
    assertThat(IdentityFixture.refused(update("{'name':'" + "👋".repeat(81) + "'}")))
        .containsExactly("name");
    assertThat(update("{'name':'" + "👋".repeat(80) + "'}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'color':'mauve'}", "{'color':''}", "{'color':null}", "{'color':[]}"})
  void aColorOutsideOfThePaletteIsRefused(String body) {
    assertThat(IdentityFixture.refused(update(body))).containsExactly("color");
  }

  private Reply update(String body) {
    return IdentityFixture.ask(identity.update, "u1", "{}", body);
  }
}
