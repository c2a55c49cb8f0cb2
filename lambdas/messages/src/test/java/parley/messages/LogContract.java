package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Log} does; each test takes a room of its own. */
public abstract class LogContract {

  private final String room = UUID.randomUUID().toString();

  /** The store under test. */
  abstract Log log();

  /** A contract without a store. */
  protected LogContract() {}

  @Test
  public void anEntryIsReadBackAsItWasWritten() {
    var bodies =
        List.of(
            new Body.Message("hi \"there\" 👍\n"),
            new Body.Edit(1, "ho"),
            new Body.Deletion(1),
            new Body.Reaction(1, "👍🏽", false),
            new Body.Membership("bob", "added", "member"));
    for (var body : bodies) {
      log().add(entry(bodies.indexOf(body) + 1, body));
    }
    assertThat(log().read(Range.from(room, 1, 10)).entries())
        .extracting(Entry::body)
        .isEqualTo(bodies);
    assertThat(log().find(room, 3)).contains(entry(3, new Body.Deletion(1)));
  }

  @Test
  public void whatCameThroughAnAddOnIsReadBackAndGoesWithItsMessage() {
    var origin = new Origin("relay", "Grace", "{\"a\":1}");
    var bare = new Origin("relay", "", "");
    var entries =
        List.of(
            through(origin, entry(1, new Body.Message("one"))),
            through(origin, change(2, "ada", new Body.Edit(1, "two"))),
            through(bare, change(3, "ada", new Body.Deletion(1))));
    entries.forEach(entry -> assertThat(log().add(entry)).isEmpty());
    assertThat(log().read(Range.from(room, 1, 10)).entries()).isEqualTo(entries);
    log().amend(entries.get(1));
    assertThat(log().find(room, 1).map(Entry::origin)).contains(origin);
    log().amend(entries.get(2));
    assertThat(log().read(Range.from(room, 1, 10)).entries())
        .extracting(Entry::origin)
        .containsOnly(bare);
  }

  @Test
  public void whatWasNeverWrittenIsNotFound() {
    assertThat(log().find(room, 1)).isEmpty();
    assertThat(log().last(room)).isEmpty();
    assertThat(log().read(Range.from(room, 1, 10))).isEqualTo(new Page(List.of(), false));
  }

  @Test
  public void aPositionIsTakenOnceAndTheLoserLearnsByWhat() {
    var first = entry(1, new Body.Message("first"));
    assertThat(log().add(first)).isEmpty();
    assertThat(log().add(entry(1, new Body.Message("second")))).contains(first);
    assertThat(log().find(room, 1)).contains(first);
  }

  @Test
  public void aRangeHoldsItsBoundsAndKeepsTheEndThatItBeginsWith() {
    fill(7);
    assertThat(seqs(new Range(room, 2, 5, false, 10))).containsExactly(2L, 3L, 4L, 5L);
    assertThat(seqs(new Range(room, 2, 5, false, 2))).containsExactly(2L, 3L);
    assertThat(seqs(new Range(room, 2, 5, true, 3))).containsExactly(5L, 4L, 3L);
    assertThat(seqs(new Range(room, 5, 4, false, 3))).isEmpty();
    assertThat(log().last(room).map(Entry::seq)).contains(7L);
  }

  @Test
  public void moreIsTrueOnlyWhereTheRangeGoesOn() {
    fill(4);
    assertThat(log().read(new Range(room, 1, 4, false, 3)).more()).isTrue();
    assertThat(log().read(new Range(room, 1, 4, false, 4)).more()).isFalse();
    assertThat(log().read(new Range(room, 1, 3, false, 3)).more()).isFalse();
    assertThat(log().read(new Range(room, 2, 4, true, 2)).more()).isTrue();
    assertThat(log().read(new Range(room, 3, 4, true, 2)).more()).isFalse();
  }

  @Test
  public void aMessageStandsAsIfItsChangesHadComeInTheLogsOrderWhateverOrderTheyComeIn() {
    var changes =
        List.of(
            change(2, "ada", new Body.Edit(1, "two")),
            change(3, "bob", new Body.Reaction(1, "👍", true)),
            change(4, "eve", new Body.Reaction(1, "❤️", true)),
            change(5, "ada", new Body.Edit(1, "five")),
            change(6, "bob", new Body.Reaction(1, "👍", false)),
            change(7, "eve", new Body.Reaction(1, "👍", true)));
    var expected =
        new Body.Message(
            "five",
            new Body.Edited(5, time(5)),
            null,
            List.of(
                new Body.Mark("❤️", "eve", 4, true),
                new Body.Mark("👍", "bob", 6, false),
                new Body.Mark("👍", "eve", 7, true)));
    inEveryOrder(changes, expected);
  }

  @Test
  public void aDeletedMessageStaysDeletedAndHasLostItsText() {
    var changes =
        List.of(
            change(2, "ada", new Body.Edit(1, "two")),
            change(3, "ada", new Body.Deletion(1)),
            change(4, "ada", new Body.Edit(1, "four")),
            change(5, "bob", new Body.Deletion(1)));
    inEveryOrder(
        changes, new Body.Message("", null, new Body.Deleted(3, time(3), "ada"), List.of()));
  }

  @Test
  public void aDeletedMessagesEditsLoseTheirTextsTooWhateverOrderTheyComeIn() {
    var changes =
        new ArrayList<>(
            List.of(
                change(2, "ada", new Body.Edit(1, "two")),
                change(3, "ada", new Body.Edit(1, "three")),
                change(4, "ada", new Body.Deletion(1)),
                change(5, "ada", new Body.Edit(1, "five"))));
    var random = new Random(2);
    for (var round = 1; round <= 24; round++) {
      var target = "%s-erased-%d".formatted(room, round);
      log().add(in(target, entry(1, new Body.Message("one"))));
      changes.forEach(change -> log().add(in(target, change)));
      Collections.shuffle(changes, random);
      changes.forEach(change -> log().amend(in(target, change)));
      changes.sort(Comparator.comparingLong(Entry::seq));
      assertThat(log().read(Range.from(target, 1, 10)).entries())
          .extracting(Entry::body)
          .containsExactly(
              new Body.Message("", null, new Body.Deleted(4, time(4), "ada"), List.of()),
              new Body.Edit(1, ""),
              new Body.Edit(1, ""),
              new Body.Deletion(1),
              new Body.Edit(1, ""));
    }
  }

  @Test
  public void onlyMessagesThatAreThereAreChanged() {
    var membership = entry(1, new Body.Membership("bob", "added", "member"));
    log().add(membership);
    log().amend(change(2, "ada", new Body.Edit(1, "two")));
    log().amend(change(3, "ada", new Body.Deletion(9)));
    assertThat(log().read(Range.from(room, 1, 10)).entries()).containsExactly(membership);
  }

  private void inEveryOrder(List<Entry> changes, Body.Message expected) {
    var random = new Random(1);
    for (var round = 1; round <= 12; round++) {
      var target = "%s-%d".formatted(room, round);
      log().add(in(target, entry(1, new Body.Message("one"))));
      var shuffled = new ArrayList<>(changes);
      shuffled.addAll(changes.subList(0, 2));
      Collections.shuffle(shuffled, random);
      shuffled.forEach(change -> log().amend(in(target, change)));
      assertThat(log().find(target, 1).orElseThrow().body()).as("%s", shuffled).isEqualTo(expected);
    }
  }

  private void fill(int entries) {
    for (var seq = 1; seq <= entries; seq++) {
      log().add(entry(seq, new Body.Message("text " + seq)));
    }
  }

  private List<Long> seqs(Range range) {
    return log().read(range).entries().stream().map(Entry::seq).toList();
  }

  private Entry entry(long seq, Body body) {
    return new Entry(room, seq, seq, "ada", "client-" + seq, time(seq), body);
  }

  private Entry change(long seq, String sender, Body body) {
    return new Entry(room, seq, 1, sender, "client-" + seq, time(seq), body);
  }

  private static Entry through(Origin origin, Entry entry) {
    return new Entry(
        entry.room(),
        entry.seq(),
        entry.messages(),
        entry.sender(),
        entry.clientId(),
        entry.time(),
        entry.body(),
        origin);
  }

  private static Entry in(String room, Entry entry) {
    return new Entry(
        room,
        entry.seq(),
        entry.messages(),
        entry.sender(),
        entry.clientId(),
        entry.time(),
        entry.body());
  }

  private static Instant time(long seq) {
    return Instant.parse("2026-03-01T10:00:00.000Z").plusMillis(seq);
  }
}
