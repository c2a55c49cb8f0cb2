package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmojiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "👍🏽",
        "❤️",
        "❤",
        "1️⃣",
        "#️⃣",
        "🇩🇪",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "👩‍👩‍👧‍👦",
        "🧑🏾‍❤️‍💋‍🧑🏻",
        "©️"
      })
  void emojiAreAccepted(String emoji) {
    assertThat(Emoji.accepts(emoji)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "ok",
        "1",
        "12",
        "#",
        " ",
        "👍 ",
        "👍a",
        "\u200d",
        "\ufe0f",
        "é",
        "漢",
        "<",
        "\u202e👍"
      })
  void whatIsNoneIsNot(String text) {
    assertThat(Emoji.accepts(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 16})
  void sixtyFourBytesFit(int count) {
    assertThat(Emoji.accepts("👍".repeat(count))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {17, 1_000})
  void moreDoNot(int count) {
    assertThat(Emoji.accepts("👍".repeat(count))).isFalse();
  }
}
