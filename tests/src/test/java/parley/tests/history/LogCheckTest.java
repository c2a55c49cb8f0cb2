package parley.tests.history;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.tests.history.Story.ADA;
import static parley.tests.history.Story.BOB;

import org.junit.jupiter.api.Test;
import parley.tests.history.Anomaly.Kind;

/** What the checker sees in a log by itself. */
class LogCheckTest {

  private static final Body HI = new Body.Message("hi");

  private final Story story = Story.begun();

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
  void anEditIsNotMadeInPlace() {
    var first = story.says(ADA, HI);
    story.says(ADA, new Body.Edit(first.seq(), "ho"));
    story.replace(story.log.get(2), HI);

    assertThat(story.kinds()).containsExactly(Kind.WRONG_IN_PLACE);
  }

  @Test
  void anEditKeepsTheTextOfADeletedMessage() {
    var first = story.says(ADA, HI);
    var edit = story.says(ADA, new Body.Edit(first.seq(), "ho"));
    story.says(ADA, new Body.Deletion(first.seq()));
    story.replace(story.log.get(3), edit.body());

    assertThat(story.kinds()).containsExactly(Kind.WRONG_IN_PLACE);
  }

  @Test
  void anEditThatNobodyWasToldOfMayStillBeOnItsWay() {
    var first = story.says(ADA, HI);
    story.store(story.sends(ADA, new Body.Edit(first.seq(), "ho")));
    story.replace(story.log.get(2), HI);

    assertThat(story.anomalies()).isEmpty();
  }
}
