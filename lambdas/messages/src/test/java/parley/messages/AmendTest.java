package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits, deletions and reactions. */
final class AmendTest {

  private static final String EDIT =
      """
      {"room": "r", "seq": 4, "clientId": "7f6a1c1e-0000-4000-8000-000000000002", "after": 4,
       "text": "better"}
      """;

  private final Chat chat = Chat.withAda();
  private long message;

  @BeforeEach
  void bobWritesAMessage() {
    chat.change("r", "bob", "added", "member");
    chat.change("r", "eve", "added", "member");
    message = chat.say("bob", "good");
  }

  @Test
  void anEditStandsInTheLogAndInPlace() {
    var reply = chat.edit("bob", EDIT);
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(new Ack(5, 1, "2026-03-01T10:00:00.123Z"));
    assertThat(chat.log.find("r", 5).orElseThrow().body()).isEqualTo(new Body.Edit(4, "better"));
    assertThat(message().text()).isEqualTo("better");
    assertThat(message().edited()).isNotNull().extracting(Body.Edited::seq).isEqualTo(5L);
  }

  @Test
  void aRetriedEditRepairsWhatTheFirstTryLeftUndone() {
    chat.log.add(
        new Entry(
            "r",
            5,
            1,
            "bob",
            "7f6a1c1e-0000-4000-8000-000000000002",
            Chat.NOW,
            new Body.Edit(4, "better")));
    assertThat(message().text()).isEqualTo("good");
    assertThat(((Ack) chat.edit("bob", EDIT).body()).seq()).isEqualTo(5);
    assertThat(message().text()).isEqualTo("better");
    assertThat(chat.log.all("r")).hasSize(5);
  }

  @Test
  void onlyOnesOwnMessagesAreEdited() {
    assertThat(Chat.code(chat.edit("ada", message, "mine"))).isEqualTo("forbidden");
    assertThat(Chat.code(chat.edit("stranger", message, "mine"))).isEqualTo("not-found");
    assertThat(message().text()).isEqualTo("good");
  }

  @Test
  void onlyMessagesThatAreThereAreChanged() {
    assertThat(Chat.code(chat.edit("ada", 1, "not a message"))).isEqualTo("not-found");
    assertThat(Chat.code(chat.delete("ada", 99))).isEqualTo("not-found");
    assertThat(Chat.code(chat.react("ada", 0, "👍", true))).isEqualTo("invalid-input");
    assertThat(chat.log.all("r")).hasSize(4);
  }

  @Test
  void oneDeletesOnesOwnAndAnOwnerDeletesAny() {
    assertThat(Chat.code(chat.delete("eve", message))).isEqualTo("forbidden");
    assertThat(chat.delete("bob", message).status()).isEqualTo(200);
    assertThat(chat.delete("ada", chat.say("eve", "another")).status()).isEqualTo(200);
    assertThat(message().text()).isEmpty();
    assertThat(message().deleted()).isNotNull().extracting(Body.Deleted::by).isEqualTo("bob");
  }

  @Test
  void nothingOfADeletedMessageIsLeftInItsEdits() {
    chat.edit("bob", EDIT);
    chat.delete("bob", message);
    assertThat(chat.log.find("r", 5).orElseThrow().body()).isEqualTo(new Body.Edit(4, ""));
  }

  @Test
  void nothingIsDoneToADeletedMessage() {
    chat.delete("bob", message);
    assertThat(Chat.code(chat.edit("bob", message, "again"))).isEqualTo("deleted");
    assertThat(Chat.code(chat.delete("ada", message))).isEqualTo("deleted");
    assertThat(Chat.code(chat.react("eve", message, "👍", true))).isEqualTo("deleted");
  }

  @Test
  void aReactionIsPutAndTakenBack() {
    chat.react("eve", message, "👍", true);
    chat.react("ada", message, "👍", true);
    assertThat(reactions()).isEqualTo("{\"👍\":[\"eve\",\"ada\"]}");
    chat.react("eve", message, "👍", false);
    assertThat(reactions()).isEqualTo("{\"👍\":[\"ada\"]}");
    chat.react("ada", message, "👍", false);
    assertThat(EntryJson.of(chat.log.find("r", message).orElseThrow()).has("reactions")).isFalse();
  }

  @Test
  void oneMayUseTwentyEmojiOnAMessageAndStillTakeThemBack() {
    var emoji =
        "🍇🍈🍉🍊🍋🍌🍍🍎🍏🍐🍑🍒🍓🍔🍕🍖🍗🍘🍙🍚🍛"
            .codePoints()
            .mapToObj(Character::toString)
            .toList();
    for (var one : emoji.subList(0, 20)) {
      assertThat(chat.react("eve", message, one, true).status()).isEqualTo(200);
    }
    assertThat(Chat.code(chat.react("eve", message, emoji.get(20), true)))
        .isEqualTo("invalid-input");
    assertThat(chat.react("eve", message, emoji.get(3), false).status()).isEqualTo(200);
    assertThat(chat.react("ada", message, emoji.get(20), true).status()).isEqualTo(200);
  }

  @Test
  void whatIsNoEmojiIsRefused() {
    for (var text : List.of("ok", "", "1", " ", "👍 ", "<b>", "👍".repeat(17))) {
      assertThat(Chat.code(chat.react("eve", message, text, true)))
          .as(text)
          .isEqualTo("invalid-input");
    }
  }

  private Body.Message message() {
    return (Body.Message) chat.log.find("r", message).orElseThrow().body();
  }

  private String reactions() {
    return EntryJson.of(chat.log.find("r", message).orElseThrow()).path("reactions").toString();
  }
}
