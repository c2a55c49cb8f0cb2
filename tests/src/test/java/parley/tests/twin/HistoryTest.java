package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The room's log, read page by page and after an absence. */
class HistoryTest {

  private static final int MESSAGES = 30;

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");
  private final String room = ada.newRoom("private");

  @Test
  void pagesInBothDirectionsHoldEveryEntryOnceAndInOrder() {
    var last = fill();
    var backwards = get("?limit=7");
    var numbers = numbers(backwards);
    while (backwards.path("more").asBoolean()) {
      backwards = get("?limit=7&before=" + numbers.getFirst());
      numbers = LongStream.concat(longs(numbers(backwards)), longs(numbers)).boxed().toList();
    }
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());

    var forwards = get("?limit=7&after=0");
    numbers = numbers(forwards);
    while (forwards.path("more").asBoolean()) {
      forwards = get("?limit=7&after=" + numbers.getLast());
      numbers = LongStream.concat(longs(numbers), longs(numbers(forwards))).boxed().toList();
    }
    assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
  }

  @Test
  void whoWasAwaySyncsEverythingAfterTheirLastNumber() {
    var last = fill();
    var wanted =
        Map.of(
            "rooms",
            List.of(Map.of("room", room, "after", 3), Map.of("room", "nobodys", "after", 0)));
    var rooms = ada.send("POST", "/sync", wanted).body().path("rooms");
    assertThat(rooms).hasSize(1);
    assertThat(numbers(rooms.path(0))).isEqualTo(LongStream.rangeClosed(4, last).boxed().toList());
    assertThat(rooms.at("/0/tail/seq").asLong()).isEqualTo(last);
    assertThat(rooms.at("/0/tail/messages").asLong()).isEqualTo(MESSAGES);
  }

  @Test
  void fourThousandCharactersOfAnyKindAreKeptAndOneMoreIsRefused() {
    var longest = "👩‍🚀é\"\\".repeat(1000).codePoints().limit(4000);
    var text =
        longest
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(ada.say(room, ada.tail(room), text).status()).isEqualTo(201);
    assertThat(get("?limit=1").at("/entries/0/text").asText()).isEqualTo(text);
    assertThat(ada.say(room, ada.tail(room), text + "!").code()).isEqualTo("invalid-input");
  }

  @Test
  void aPlaceInTheLogThatDoesNotExistIsRefusedAndLeavesNoHole() {
    assertThat(ada.say(room, 1_000_000, "far ahead").code()).isEqualTo("sync-first");
    var tail = ada.tail(room);
    assertThat(ada.say(room, tail, "next").body().path("seq").asLong()).isEqualTo(tail + 1);
  }

  private long fill() {
    for (var i = 0; i < MESSAGES; i++) {
      assertThat(ada.say(room, 1, "message " + i).status()).isEqualTo(201);
    }
    return ada.tail(room);
  }

  private JsonNode get(String query) {
    return ada.get("/rooms/%s/messages%s".formatted(room, query)).body();
  }

  private static List<Long> numbers(JsonNode page) {
    return page.path("entries").valueStream().map(entry -> entry.path("seq").asLong()).toList();
  }

  private static LongStream longs(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue);
  }
}
