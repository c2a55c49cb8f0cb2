package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.kernel.Reply;

final class ReadHistoryTest {

  private final Chat chat = Chat.withAda();

  @BeforeEach
  void sixtyEntries() {
    for (var i = 2; i <= 60; i++) {
      chat.say("ada", "text " + i);
    }
  }

  @Test
  void withoutBoundsItIsTheLatestPageAscending() {
    var reply = chat.history("ada", "{\"room\": \"r\", \"before\": \"\", \"after\": \"\"}");
    assertPage(reply, 11, 60, true);
  }

  @Test
  void beforeGivesTheOlderOnesUntilThereAreNone() {
    assertPage(page("\"before\": 11, \"limit\": 5"), 6, 10, true);
    assertPage(page("\"before\": \"6\", \"limit\": \"5\""), 1, 5, false);
    assertPage(page("\"before\": 1"), 1, 0, false);
  }

  @Test
  void afterGivesTheNewerOnesUntilThereAreNone() {
    assertPage(page("\"after\": 0, \"limit\": 3"), 1, 3, true);
    assertPage(page("\"after\": 57, \"limit\": 3"), 58, 60, false);
    assertPage(page("\"after\": 60"), 1, 0, false);
  }

  @Test
  void bothGiveWhatIsBetween() {
    assertPage(page("\"after\": 5, \"before\": 9"), 6, 8, false);
    assertPage(page("\"after\": 5, \"before\": 9, \"limit\": 2"), 6, 7, true);
    assertPage(page("\"after\": 5, \"before\": 6"), 1, 0, false);
    assertPage(page("\"after\": 9, \"before\": 2"), 1, 0, false);
  }

  @Test
  void aPageThatTheStoreCutsHasMore() {
    chat.log.largestPage = 4;
    assertPage(page("\"limit\": 10"), 57, 60, true);
  }

  @Test
  void onlyParticipantsRead() {
    chat.change("r", "bob", "added", "member");
    assertThat(chat.history("bob", "{\"room\": \"r\"}").status()).isEqualTo(200);
    chat.change("r", "bob", "left", "member");
    assertThat(Chat.code(chat.history("bob", "{\"room\": \"r\"}"))).isEqualTo("not-found");
    assertThat(Chat.code(chat.history("eve", "{\"room\": \"r\"}"))).isEqualTo("not-found");
    assertThat(Chat.code(chat.history("eve", "{\"room\": \"none\"}"))).isEqualTo("not-found");
  }

  @Test
  void boundsThatAreNoneAreRefused() {
    for (var bounds : List.of("\"limit\": 0", "\"limit\": 201", "\"before\": 0", "\"after\": -1")) {
      assertThat(Chat.code(page(bounds))).as(bounds).isEqualTo("invalid-input");
    }
  }

  private Reply page(String bounds) {
    return chat.history("ada", "{\"room\": \"r\", %s}".formatted(bounds));
  }

  private static void assertPage(Reply reply, long first, long last, boolean more) {
    var body = Chat.body(reply);
    assertThat(body.path("entries").valueStream().map(entry -> entry.path("seq").asLong()))
        .containsExactlyElementsOf(LongStream.rangeClosed(first, last).boxed().toList());
    assertThat(body.path("more").asBoolean()).isEqualTo(more);
  }
}
