package parley.tests.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.tests.history.Story.ADA;
import static parley.tests.history.Story.BOB;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.tests.history.Anomaly.Kind;

/** What the checker sees in what clients did, and in what the log has. */
class CheckerTest {

  private static final Body HI = new Body.Message("hi");

  private final Story story = Story.begun();

  @Test
  void nothingIsWrongWithARightStory() {
    var first = story.says(ADA, HI);
    story.got(BOB, 3L);
    story.shows(BOB, 1L, 2L, 3L);
    story.reads(BOB, new Screen.Mark(3, 1));
    story.says(ADA, new Body.Edit(first.seq(), "ho"));
    story.says(BOB, new Body.Reaction(first.seq(), "👍", true));
    story.says(BOB, HI);
    story.shows(BOB, 4L, 5L, 6L);
    story.changes(ADA, "bob", "removed");
    story.says(ADA, HI);
    story.changes(ADA, "bob", "added");
    story.got(BOB, 8L, 9L);
    story.rests(ADA);
    story.rests(BOB);

    assertThat(story.anomalies()).isEmpty();
  }

  @Test
  void anAckedMessageIsLost() {
    var lost = story.says(ADA, HI);
    story.lose(lost);

    assertThat(story.anomalies())
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(Kind.LOST);
              assertThat(anomaly.room()).isEqualTo("r");
              assertThat(anomaly.seqs()).containsExactly(3L);
              assertThat(anomaly.events())
                  .extracting(History.Noted::event)
                  .hasExactlyElementsOfTypes(Event.Sent.class, Event.Acked.class);
            });
  }

  @Test
  void aMessageStandsThereTwice() {
    var first = story.says(ADA, HI);
    story.store("ada", first.clientId(), HI);

    assertThat(story.anomalies())
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.kind()).isEqualTo(Kind.STORED_TWICE);
              assertThat(anomaly.seqs()).containsExactly(3L, 4L);
            });
  }

  @Test
  void anEntryIsShownTwice() {
    story.shows(BOB, 1L, 2L, 2L);

    assertThat(story.kinds()).containsExactly(Kind.SHOWN_TWICE);
  }

  @Test
  void anEntryIsShownAfterALaterOne() {
    story.shows(BOB, 2L, 1L);

    assertThat(story.kinds()).containsExactly(Kind.OUT_OF_ORDER);
  }

  @Test
  void anEntryIsShownWithoutTheOneBeforeIt() {
    story.shows(BOB, 1L);
    story.shows(BOB, 3L);

    assertThat(story.kinds()).containsExactly(Kind.GAP);
  }

  @Test
  void aGapIsNeverHealed() {
    story.says(ADA, HI);
    story.rests(BOB, story.log.subList(0, 2), Screen.Mark.START, 1);

    assertThat(story.kinds()).containsExactly(Kind.UNHEALED);
  }

  @Test
  void theLogHasAHole() {
    var sent = story.sends(ADA, HI);
    var entry = story.store(sent);
    story.log.set(2, new Entry("r", 4, 1, "ada", entry.clientId(), HI));

    assertThat(story.kinds()).containsExactly(Kind.NOT_DENSE);
  }

  @Test
  void anEntryCountsTheMessagesWrongly() {
    var sent = story.sends(ADA, HI);
    story.store(sent);
    story.log.set(2, new Entry("r", 3, 2, "ada", sent.clientId(), HI));

    assertThat(story.kinds()).containsExactly(Kind.WRONG_COUNT);
  }

  @Test
  void anAckNamesAnotherPlaceThanTheLog() {
    var entry = story.store(story.sends(ADA, HI));
    story.note(new Event.Acked(ADA, "r", entry.clientId(), 4, 1));

    assertThat(story.kinds()).containsExactly(Kind.WRONG_ACK);
  }

  @Test
  void theLogHasWhatNobodySent() {
    story.store("bob", "of-nobody", HI);

    assertThat(story.kinds()).containsExactly(Kind.INVENTED);
  }

  @Test
  void aMessageSaysWhatItsSenderDidNotSend() {
    var entry = story.says(ADA, HI);
    story.replace(entry, new Body.Message("ho"));

    assertThat(story.kinds()).containsExactly(Kind.ALTERED);
  }

  @Test
  void anEditHasAnotherTextThanWasSent() {
    var first = story.says(ADA, HI);
    var edit = story.says(ADA, new Body.Edit(first.seq(), "ho"));
    story.replace(edit, new Body.Edit(first.seq(), ""));

    assertThat(story.kinds()).containsExactly(Kind.ALTERED);
  }

  @Test
  void aRemovedMemberWritesAfterTheirRemoval() {
    var late = story.sends(BOB, HI);
    story.changes(ADA, "bob", "removed");
    story.store(late);

    assertThat(story.kinds()).containsExactly(Kind.WRITTEN_PAST_FENCE);
  }

  @Test
  void aRemovedMemberIsSentWhatCameAfterTheirRemoval() {
    story.changes(ADA, "bob", "removed");
    story.says(ADA, HI);
    story.got(BOB, 4L);

    assertThat(story.kinds()).containsExactly(Kind.HEARD_PAST_FENCE);
  }

  @Test
  void aRemovedMemberSyncsWhatCameBeforeAnybodyAskedThemBack() {
    story.changes(ADA, "bob", "removed");
    story.says(ADA, HI);
    story.note(new Event.Synced(BOB, "r", story.now(), List.of(4L), 4));
    story.changes(ADA, "bob", "added");

    assertThat(story.kinds()).containsExactly(Kind.HEARD_PAST_FENCE);
  }

  @Test
  void aRemovalIsAckedAndNotInTheLog() {
    story.lose(story.changes(ADA, "bob", "removed"));

    assertThat(story.kinds()).containsExactly(Kind.UNTOLD);
  }

  @Test
  void anEditIsNotMadeInPlace() {
    var first = story.says(ADA, HI);
    story.says(ADA, new Body.Edit(first.seq(), "ho"));
    story.replace(story.log.get(2), HI);

    assertThat(story.kinds()).containsExactly(Kind.WRONG_IN_PLACE);
  }

  @Test
  void anEditThatNobodyWasToldOfMayStillBeOnItsWay() {
    var first = story.says(ADA, HI);
    story.store(story.sends(ADA, new Body.Edit(first.seq(), "ho")));
    story.replace(story.log.get(2), HI);

    assertThat(story.anomalies()).isEmpty();
  }

  @Test
  void aClientDoesNotShowADeletion() {
    var first = story.says(ADA, HI);
    story.says(ADA, new Body.Deletion(first.seq()));
    var shown = List.of(story.log.get(0), story.log.get(1), first, story.log.get(3));
    story.rests(BOB, shown, Screen.Mark.START, 1);

    assertThat(story.kinds()).containsExactly(Kind.SHOWN_OTHERWISE);
  }

  @Test
  void aSyncDoesNotKnowWhatWasAckedBefore() {
    story.says(ADA, HI);
    story.note(new Event.Synced(BOB, "r", story.now(), List.of(), 2));

    assertThat(story.kinds()).containsExactly(Kind.STALE);
  }

  @Test
  void aSyncThatWasAskedForBeforeTheAckNeedNotKnow() {
    var asked = story.now();
    story.says(ADA, HI);
    story.note(new Event.Synced(BOB, "r", asked, List.of(), 2));

    assertThat(story.anomalies()).isEmpty();
  }

  @Test
  void aReadMarkIsNotKept() {
    story.says(ADA, HI);
    story.reads(BOB, new Screen.Mark(3, 1));
    story.rests(BOB, story.log, new Screen.Mark(2, 0), 1);

    assertThat(story.kinds()).containsExactly(Kind.WRONG_MARK);
  }

  @Test
  void anUnreadCountIsOffByOne() {
    story.says(ADA, HI);
    story.rests(BOB, story.log, Screen.Mark.START, 2);

    assertThat(story.kinds()).containsExactly(Kind.WRONG_UNREAD);
  }

  @Test
  void anEntryOfARoomWithoutALogIsLost() {
    story.note(new Event.Acked(ADA, "other", "id", 1, 1));

    assertThat(story.kinds()).containsExactly(Kind.LOST);
  }

  @Test
  void everyKindOfAnomalyIsWordedForAPerson() {
    story.lose(story.says(ADA, HI));

    assertThat(story.anomalies().getFirst().toString())
        .startsWith("LOST in r at [3]: id-")
        .contains("was acked at 3 and is not there")
        .contains("Sent[client=ada/1");
  }
}
