package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import parley.tests.twin.Answer;

/** What a refusal must be like. */
final class Refusals {

  private Refusals() {}

  /** Its status and its code; it says why, and over REST it is a problem by its type. */
  static void assertRefused(Answer answer, int status, String code) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    assertThat(answer.code()).as("%s", answer).isEqualTo(code);
    assertThat(answer.text("detail")).as("%s", answer).isNotEmpty();
    if (!answer.type().isEmpty()) {
      assertThat(answer.type()).startsWith("application/problem+json");
    }
  }
}
