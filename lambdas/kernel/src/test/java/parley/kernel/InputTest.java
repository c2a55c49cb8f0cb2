package parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InputTest {

  @Test
  void everyViolationIsNamedAtOnce() {
    var input = input("{\"text\": \"\", \"on\": 1}");
    input.id("room");
    input.text("text", 1, 10);
    input.flag("on");
    input.seq("seq", 1);
    assertThat(input.refusal().orElseThrow().errors())
        .extracting(Violation::field)
        .containsExactly("room", "text", "on", "seq");
  }

  @Test
  void goodValuesAreNoRefusal() {
    var input =
        input(
            """
            {"room": "a-_9", "text": "hi 👍\\n", "on": false, "seq": 7, "color": "red",
             "clientId": "7f6a1c1e-0000-4000-8000-000000000001", "users": ["a", "b"]}
            """);
    assertThat(input.id("room")).isEqualTo("a-_9");
    assertThat(input.text("text", 1, 5)).isEqualTo("hi 👍\n");
    assertThat(input.flag("on")).isFalse();
    assertThat(input.seq("seq", 1)).isEqualTo(7);
    assertThat(input.oneOf("color", Set.of("red", "blue"))).isEqualTo("red");
    assertThat(input.uuid("clientId")).endsWith("1");
    assertThat(input.ids("users", 2)).containsExactly("a", "b");
    assertThat(input.refusal()).isEmpty();
  }

  @Test
  void wordsAreNotWhiteSpaceAlone() {
    for (var said : new String[] {"", " ", "\\n \\t", "four!"}) {
      var input = input("{\"text\": \"%s\"}".formatted(said));
      input.words("text", 4);
      assertThat(input.refusal().orElseThrow().errors()).as("“%s”", said).hasSize(1);
    }
    var input = input("{\"text\": \" a \"}");
    assertThat(input.words("text", 4)).isEqualTo(" a ");
    assertThat(input.refusal()).isEmpty();
  }

  @Test
  void theRoutesParametersWinOverTheBody() {
    var input = new Input(json("{\"room\": \"route\"}"), json("{\"room\": \"body\"}"));
    assertThat(input.id("room")).isEqualTo("route");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"a b\"", "\"a/b\"", "\"é\"", "5", "null", "[]", "{}"})
  void whatIsNoIdIsRefused(String value) {
    var input = input("{\"room\": %s}".formatted(value));
    assertThat(input.id("room")).isEmpty();
    assertThat(input.refusal()).isPresent();
  }

  @Test
  void anIdHasAtMostSixtyFourCharacters() {
    assertThat(input("{\"room\": \"%s\"}".formatted("a".repeat(64))).id("room")).hasSize(64);
    assertThat(input("{\"room\": \"%s\"}".formatted("a".repeat(65))).id("room")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.5",
        "\"1.5\"",
        "\"x\"",
        "\"\"",
        "true",
        "null",
        "[1]",
        "-1",
        "1e99",
        "\"9007199254740992\""
      })
  void whatIsNoPositionIsRefused(String value) {
    var input = input("{\"seq\": %s}".formatted(value));
    assertThat(input.seq("seq", 0)).isZero();
    assertThat(input.refusal()).isPresent();
  }

  @Test
  void aParameterMayWriteANumberAsText() {
    assertThat(input("{\"seq\": \"9007199254740991\"}").seq("seq", 0)).isEqualTo(Input.MAX_NUMBER);
  }

  @Test
  void anAbsentNumberHasItsDefaultAndABadOneHasNot() {
    assertThat(input("{\"limit\": \"\"}").numberOr("limit", 1, 9, 5)).isEqualTo(5);
    var bad = input("{\"limit\": 10}");
    bad.numberOr("limit", 1, 9, 5);
    assertThat(bad.refusal().orElseThrow().errors())
        .containsExactly(new Violation("limit", "is 10; 1 to 9 are allowed"));
  }

  @Test
  void textIsCountedInCodePoints() {
    assertThat(accepts("\"👍👍\"", 2)).isTrue();
    assertThat(accepts("\"👍👍👍\"", 2)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"\\u0000\"", "\"\\u001b[2J\"", "\"\\u007f\"", "\"\\ud83d\"", "7", "null"})
  void textHoldsNoControlCharactersAndNoHalves(String value) {
    assertThat(accepts(value, 10)).isFalse();
  }

  @Test
  void idsMayBeTextWithCommas() {
    assertThat(input("{\"users\": \"a,b\"}").ids("users", 2)).containsExactly("a", "b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "\"\"",
        "\"a,\"",
        "\"a,b,c\"",
        "[\"a\", null]",
        "[5]",
        "[[\"a\"]]",
        "{}",
        "3"
      })
  void whatIsNoListOfIdsIsRefused(String value) {
    var input = input("{\"users\": %s}".formatted(value));
    input.ids("users", 2);
    assertThat(input.refusal()).isPresent();
  }

  @Test
  void objectsInAListAreReadAsTheWholeIs() {
    var input = input("{\"rooms\": [{\"room\": \"r\"}, {\"room\": \"/\"}, \"x\"]}");
    var rooms = input.objects("rooms", 3).stream().map(room -> room.id("room")).toList();
    assertThat(rooms).isEqualTo(List.of("r", "", ""));
    assertThat(input.refusal().orElseThrow().errors())
        .extracting(Violation::field)
        .containsExactly("rooms[2]", "rooms[1].room", "rooms[2].room");
  }

  private static boolean accepts(String value, int max) {
    var input = input("{\"text\": %s}".formatted(value));
    input.text("text", 1, max);
    return input.refusal().isEmpty();
  }

  private static Input input(String body) {
    return new Input(Json.object(), json(body));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) Json.read(text);
  }
}
