package parley.tests.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a right client goes about what it gets. */
class ReaderTest {

  private static final Client BOB = new Client("bob", "1");

  private final History history = new History();
  private final Reader reader = new Reader(BOB, history);

  @Test
  void whatFollowsIsShown() {
    reader.open("r", 0);

    assertThat(reader.received(messages(1, 2))).isEmpty();
    assertThat(shown()).containsExactly(1L, 2L);
  }

  @Test
  void whatIsShownAlreadyIsPassedOver() {
    reader.open("r", 0);
    reader.received(messages(1, 3));

    assertThat(reader.received(messages(2, 4))).isEmpty();
    assertThat(shown()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aGapIsHealedByASync() {
    reader.open("r", 0);
    reader.received(messages(1, 1));

    assertThat(reader.received(messages(4, 4))).containsExactly("r");
    assertThat(shown()).containsExactly(1L);
    assertThat(reader.wanted(Set.of("r"))).isEqualTo(Map.of("r", 1L));
    assertThat(sync(4, 2, 4)).isEmpty();
    assertThat(shown()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void aSyncThatDoesNotReachTheEndIsFollowedByAnother() {
    reader.open("r", 0);

    assertThat(sync(5, 1, 3)).containsExactly("r");
    assertThat(sync(5, 4, 5)).isEmpty();
  }

  @Test
  void aRoomThatIsNotAnsweredIsShownNoMore() {
    reader.open("r", 0);

    assertThat(reader.synced(history.now(), Map.of("r", 0L), List.of())).isEmpty();
    assertThat(reader.rooms()).isEmpty();
    assertThat(reader.received(messages(1, 1))).isEmpty();
  }

  @Test
  void aRoomThatOneIsGivenIsShownFromItsBeginning() {
    var added = new Entry("r", 3, 1, "ada", "c", new Body.Membership("bob", "added"));

    assertThat(reader.received(List.of(added))).containsExactly("r");
    assertThat(reader.wanted(Set.of("r"))).isEqualTo(Map.of("r", 0L));
  }

  @Test
  void anAnswerFromBeforeARoomWasGivenAgainDoesNotCloseIt() {
    reader.open("r", 0);
    var asked = history.now();
    reader.received(List.of(new Entry("r", 3, 1, "ada", "c", new Body.Membership("bob", "added"))));

    reader.synced(asked, Map.of("r", 0L), List.of());

    assertThat(reader.rooms()).containsExactly("r");
  }

  @Test
  void editsAndDeletionsAreFoldedIntoTheirMessages() {
    reader.open("r", 0);
    reader.received(messages(1, 2));
    reader.received(
        List.of(
            new Entry("r", 3, 2, "ada", "e", new Body.Edit(1, "new")),
            new Entry("r", 4, 2, "ada", "d", new Body.Deletion(2)),
            new Entry("r", 5, 2, "bob", "x", new Body.Reaction(1, "👍", true))));

    assertThat(reader.latest("r", 100).get(0).body())
        .isEqualTo(new Body.Message("new", 3, 0, Map.of("👍", Set.of("bob"))));
    assertThat(reader.latest("r", 100).get(1).body())
        .isEqualTo(new Body.Message("", 0, 4, Map.of()));
  }

  @Test
  void whatIsUnreadIsTheTailLessTheMark() {
    reader.open("r", 0);
    reader.received(messages(1, 5));
    reader.read("r", new Screen.Mark(2, 2));
    reader.read("r", new Screen.Mark(1, 1));

    assertThat(reader.screens()).singleElement().extracting(Screen::unread).isEqualTo(3L);
  }

  @Test
  void whatCameAndWhatIsShownIsNoted() {
    reader.open("r", 0);
    reader.received(messages(1, 1));
    reader.received(messages(3, 3));
    sync(3, 2, 3);

    assertThat(history.tracks().get(BOB))
        .extracting(History.Noted::event)
        .containsExactly(
            new Event.Received(BOB, "r", List.of(1L)),
            new Event.Shown(BOB, "r", List.of(1L)),
            new Event.Received(BOB, "r", List.of(3L)),
            new Event.Synced(BOB, "r", 0, List.of(2L, 3L), 3),
            new Event.Shown(BOB, "r", List.of(2L, 3L)));
  }

  @Test
  void theApisEntriesAreRead() throws Exception {
    var json =
        new ObjectMapper()
            .readTree(
                """
                {"rooms": [{"room": "r", "tail": {"seq": 2, "messages": 1}, "more": false, "entries": [
                  {"room": "r", "seq": 1, "messages": 1, "kind": "message", "sender": "ada", "clientId": "c",
                   "time": "2026-01-01T00:00:00.000Z", "text": "hi", "edited": {"seq": 2, "time": "…"},
                   "reactions": {"👍": ["bob", "ada"]}},
                  {"room": "r", "seq": 2, "messages": 1, "kind": "edit", "sender": "ada", "clientId": "e",
                   "time": "2026-01-01T00:00:00.000Z", "target": 1, "text": "hi"}]}]}""");

    assertThat(News.listOf(json))
        .containsExactly(
            new News(
                "r",
                new Screen.Mark(2, 1),
                List.of(
                    new Entry(
                        "r",
                        1,
                        1,
                        "ada",
                        "c",
                        new Body.Message("hi", 2, 0, Map.of("👍", Set.of("ada", "bob")))),
                    new Entry("r", 2, 1, "ada", "e", new Body.Edit(1, "hi"))),
                false));
  }

  private Set<String> sync(long tail, long from, long to) {
    var wanted = reader.wanted(Set.of("r"));
    var news = new News("r", new Screen.Mark(tail, tail), messages(from, to), to < tail);
    return reader.synced(0, wanted, List.of(news));
  }

  private List<Long> shown() {
    return reader.latest("r", 100).stream().map(Entry::seq).toList();
  }

  private static List<Entry> messages(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(seq -> new Entry("r", seq, seq, "ada", "c" + seq, new Body.Message("hi")))
        .toList();
  }
}
