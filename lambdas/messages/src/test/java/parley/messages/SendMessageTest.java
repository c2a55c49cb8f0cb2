package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;
import parley.kernel.Refusal;

final class SendMessageTest {

  private static final String HI =
      """
      {"room": "r", "clientId": "7f6a1c1e-0000-4000-8000-000000000001", "after": 1, "text": "hi"}
      """;

  private final Chat chat = Chat.withAda();

  @Test
  void aMessageIsAnsweredByItsPlaceInTheLog() {
    var reply = chat.send("ada", HI);
    assertThat(reply.status()).isEqualTo(201);
    assertThat(Json.write(reply.body()))
        .isEqualTo(
            """
            {"seq":2,"messages":1,"time":"2026-03-01T10:00:00.123Z"}""");
    assertThat(chat.log.find("r", 2).orElseThrow().body()).isEqualTo(new Body.Message("hi"));
  }

  @Test
  void aRetriedSendGivesTheSameSeq() {
    var first = chat.send("ada", HI);
    chat.say("ada", "something else");
    assertThat(chat.send("ada", HI)).isEqualTo(first);
    assertThat(chat.log.all("r")).hasSize(3);
  }

  @Test
  void theSameClientIdOfAnotherSenderIsAnotherMessage() {
    chat.change("r", "bob", "added", "member");
    chat.send("ada", HI);
    assertThat(Chat.body(chat.send("bob", HI)).path("seq").asLong()).isEqualTo(4);
  }

  @Test
  void aRoomThatOneIsNotInAndARoomThatIsNotThereAreTheSame() {
    var foreign = chat.send("eve", HI);
    var nowhere = chat.send("eve", HI.replace("\"r\"", "\"nowhere\""));
    assertThat(foreign).isEqualTo(nowhere);
    assertThat(Chat.code(foreign)).isEqualTo("not-found");
    assertThat(chat.log.all("r")).hasSize(1);
  }

  @Test
  void whoWasRemovedWritesNoMore() {
    chat.change("r", "bob", "added", "member");
    chat.change("r", "bob", "removed", "member");
    assertThat(Chat.code(chat.send("bob", HI))).isEqualTo("not-found");
  }

  @Test
  void anAfterBeyondTheTailIsRefused() {
    assertThat(Chat.code(chat.send("ada", HI.replace("\"after\": 1", "\"after\": 2"))))
        .isEqualTo("sync-first");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"text\": \"\"}",
        "{\"text\": \" \\n \"}",
        "{\"text\": 5}",
        "{\"text\": \"\\ud800\"}",
        "{\"text\": \"a\\u0000b\"}",
        "{\"after\": -1}",
        "{\"after\": 1.5}",
        "{\"after\": \"x\"}",
        "{\"clientId\": \"1\"}",
        "{\"room\": \"a/b\"}"
      })
  void badInputIsRefusedAndNothingIsWritten(String change) {
    var json = (ObjectNode) Json.read(HI);
    var changes = (ObjectNode) Json.read(change);
    var reply = chat.send("ada", changes.isEmpty() ? "{}" : json.setAll(changes).toString());
    assertThat(Chat.code(reply)).isEqualTo("invalid-input");
    assertThat(chat.log.all("r")).hasSize(1);
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    assertThat(((Refusal) chat.send("ada", "{}").body()).errors())
        .extracting("field")
        .containsExactlyInAnyOrder("text", "room", "clientId", "after");
  }

  @Test
  void aTextOfFourThousandCodePointsIsTheLongest() {
    assertThat(chat.say("ada", "👍".repeat(4_000))).isEqualTo(2);
    assertThat(chat.say("ada", "a".repeat(4_001))).isZero();
  }
}
