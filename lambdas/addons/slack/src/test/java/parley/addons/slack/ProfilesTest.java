package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;

class ProfilesTest {

  private static final String ANSWER =
      """
      {"profiles": [
        {"user": "grace", "name": "Grace", "color": "teal"},
        {"user": "ada", "name": "Ada", "color": "red"}]}""";

  private final Profiles profiles = new Profiles(_ -> Reply.ok(Json.read(ANSWER)));

  @Test
  void peopleAreNamedInTheOrderInWhichTheyAreAskedFor() {
    assertThat(profiles.names(List.of("ada", "nobody", "grace")))
        .containsExactly("Ada", "somebody", "Grace");
    assertThat(profiles.names(List.of())).isEmpty();
  }

  @Test
  void theirColorIsToldWithTheirName() {
    assertThat(profiles.of("ada")).isEqualTo(new Profiles.Profile("Ada", "red"));
    assertThat(profiles.of("nobody")).isEqualTo(new Profiles.Profile("somebody", ""));
  }

  @Test
  void everyColorHasACircleAndWhoeverHasNoneHasAWhiteOne() {
    assertThat(List.of("red", "orange", "amber", "green", "teal", "blue", "violet", "pink"))
        .extracting(Circles::of)
        .doesNotContain(":white_circle:")
        .startsWith(":red_circle:", ":large_orange_circle:", ":large_yellow_circle:");
    assertThat(Circles.of("")).isEqualTo(":white_circle:");
    assertThat(Circles.of("gold")).isEqualTo(":white_circle:");
  }
}
