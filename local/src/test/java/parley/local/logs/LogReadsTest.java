package parley.local.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReadsTest extends LogsCase {

  @Test
  void aStreamIsReadFromItsHeadPageByPageAndThenAgainForWhatCameSince() throws Exception {
    write("One", line(1, "a") + line(2, "b") + line(3, "c"));
    var first = get("'startFromHead': true, 'limit': 2");
    var second = get("'limit': 2, 'nextToken': '%s'".formatted(forward(first)));
    var third = get("'nextToken': '%s'".formatted(forward(second)));

    assertThat(messages(first)).containsExactly("a", "b");
    assertThat(messages(second)).containsExactly("c");
    assertThat(messages(third)).isEmpty();
    assertThat(forward(third)).isEqualTo(forward(second));

    write("One", line(1, "a") + line(2, "b") + line(3, "c") + line(4, "d"));
    assertThat(messages(get("'nextToken': '%s'".formatted(forward(third))))).containsExactly("d");
  }

  @Test
  void withoutAWordTheNewestComeFirstAndEarlierOnesBackwards() throws Exception {
    write("One", line(1, "a") + line(2, "b") + line(3, "c"));
    var newest = get("'limit': 2");
    var token = newest.path("nextBackwardToken").asText();

    assertThat(messages(newest)).containsExactly("b", "c");
    assertThat(messages(get("'limit': 2, 'nextToken': '%s'".formatted(token))))
        .containsExactly("a");
  }

  @Test
  void aGroupIsReadByTimeOverItsStreamsPageByPage() throws Exception {
    write("One", line(1, "a") + line(3, "c") + line(5, "e"));
    write("Two", line(2, "b") + line(3, "c2"));
    var first = filter("'limit': 3");
    var second = filter("'nextToken': '%s'".formatted(first.path("nextToken").asText()));

    assertThat(messages(first)).containsExactly("a", "b", "c");
    assertThat(messages(second)).containsExactly("c2", "e");
    assertThat(second.has("nextToken")).isFalse();
  }

  @Test
  void whatIsOutsideOfTheWantedTimeOrExpiredIsLeftOut() throws Exception {
    var old = "{\"timestamp\":\"2026-03-01T00:00:00Z\",\"message\":\"old\"}\n";
    write("One", old + line(1, "a") + line(2, "b") + line(3, "c"));

    assertThat(messages(filter(""))).containsExactly("a", "b", "c");
    assertThat(messages(filter("'startTime': 1773140520000, 'endTime': 1773140580000")))
        .containsExactly("b");
  }

  @Test
  void aLineWithoutATimeHasThatOfTheOneBefore() throws Exception {
    write("One", line(1, "a") + "at Some.java:1\n\nhalf a li");
    var events = filter("").path("events");

    assertThat(messages(filter(""))).containsExactly("a", "at Some.java:1");
    assertThat(events.get(1).path("timestamp")).isEqualTo(events.get(0).path("timestamp"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          red               | red, red and blue
          red blue          | red and blue
          ?red ?green       | red, green, red and blue
          red -blue         | red
          \\"red and\\"     | red and blue
          -\\"red and\\"    | red, green
          """)
  void aPatternIsOfTerms(String pattern, String found) throws Exception {
    write("One", line(1, "red") + line(2, "green") + line(3, "red and blue"));

    assertThat(messages(filter("'filterPattern': '%s'".formatted(pattern))))
        .isEqualTo(List.of(found.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FilterLogEvents | 'filterPattern': '{ $.level = ERROR }' | the filter pattern { $.level = ERROR } is not implemented
          FilterLogEvents | 'limit': 10001                         | limit is 10001: 1 to 10000 are allowed
          FilterLogEvents | 'logStreamNames': ['Nobody']           | The specified log stream does not exist.
          GetLogEvents    | 'logStreamName': 'Two'                 | The specified log stream does not exist.
          GetLogEvents    | 'logStreamName': 'One', 'nextToken': 'x' | the token x is none that GetLogEvents gave
          """)
  void whatCannotBeReadIsSaid(String operation, String input, String message) throws Exception {
    write("One", line(1, "a"));

    assertThat(
            ask(operation, "{'logGroupName': 'GROUP', %s}".formatted(input))
                .path("message")
                .asText())
        .startsWith(message);
  }

  private JsonNode get(String input) throws Exception {
    return ask(
        "GetLogEvents", "{'logGroupName': 'GROUP', 'logStreamName': 'One', %s}".formatted(input));
  }

  private JsonNode filter(String input) throws Exception {
    return ask(
        "FilterLogEvents",
        "{'logGroupName': 'GROUP'%s}".formatted(input.isEmpty() ? "" : ", " + input));
  }

  private static String forward(JsonNode answer) {
    return answer.path("nextForwardToken").asText();
  }
}
