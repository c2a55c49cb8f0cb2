package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "a &amp; b &lt;c&gt; ¦ a & b <c>",
        "&amp;lt; ¦ &lt;",
        "<@U1> and <@U2|old> ¦ @n-U1 and @n-U2",
        "<#C1|general> <#C2> ¦ #general #C2",
        "<!here> <!channel> <!subteam^S1|@team> <!date^1^{date}|today> ¦ @here @channel @team today",
        "<https://a.example/x?a=1&amp;b=2> ¦ https://a.example/x?a=1&b=2",
        "<https://a.example|the page> ¦ [the page](https://a.example)",
        "<mailto:ada@a.example|ada@a.example> ¦ ada@a.example",
        "<javascript:x|click> ¦ click (javascript:x)",
        "*bold* and ~gone~ and _soft_ ¦ **bold** and ~~gone~~ and _soft_",
        "2*3*4 and a * b * c ¦ 2*3*4 and a * b * c",
        "`*code* &lt;b&gt; <https://a.example|x>` ¦ `*code* <b> x (https://a.example)`",
      })
  void aRoomReadsWhatSlackMeans(String slack, String room) {
    assertThat(Markup.ofSlack(slack, user -> "n-" + user)).isEqualTo(room);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '\0',
      value = {
        "a & b <c> ¦ a &amp; b &lt;c&gt;",
        "<!channel> <@U1> ¦ &lt;!channel&gt; &lt;@U1&gt;",
        "**bold** *soft* _soft_ ~~gone~~ ¦ *bold* _soft_ _soft_ ~gone~",
        "[the page](https://a.example/?a=1&b=2) ¦ <https://a.example/?a=1&amp;b=2|the page>",
        "[x](javascript:alert) ¦ [x](javascript:alert)",
        "`**code** <b>` ¦ `**code** &lt;b&gt;`",
      })
  void slackReadsWhatTheRoomMeans(String room, String slack) {
    assertThat(Markup.toSlack(room)).isEqualTo(slack);
  }

  @Test
  void nothingInARoomCanMentionAnybodyInSlack() {
    for (var text :
        new String[] {
          "<!everyone>", "[<!here>](https://a.example)", "`<!here>`", "[a](https://b|<!here>)"
        }) {
      assertThat(Markup.toSlack(text)).as(text).doesNotContain("<!");
    }
  }

  @Test
  void whatALogDoesNotTakeIsLeftOut() {
    assertThat(Markup.ofSlack("a\u0000b\u0007c\n\td\ud800e\u0085", id -> id))
        .isEqualTo("abc\n\tde");
  }

  @Test
  void whatIsTooLongIsCutAndSaysSo() {
    var long4001 = "😀".repeat(4_001);

    assertThat(Markup.fitting("😀".repeat(4_000))).isEqualTo("😀".repeat(4_000));
    assertThat(Markup.fitting(long4001)).endsWith("😀… (more in Slack)");
    assertThat(Markup.fitting(long4001).codePointCount(0, Markup.fitting(long4001).length()))
        .isEqualTo(4_000);
  }

  @Test
  void anEmptyTextSaysSo() {
    assertThat(Markup.fitting(" \n")).isEqualTo("(without words)");
  }

  @Test
  void textMadeToTakeLongDoesNot() {
    for (var sign : new String[] {"*a", "~", "`", "<", "**", "[a](", "```", "[[", "<a|"}) {
      var text = sign.repeat(12_000 / sign.length());
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            Markup.ofSlack(text, id -> id);
            Markup.toSlack(text);
          },
          sign);
    }
  }
}
