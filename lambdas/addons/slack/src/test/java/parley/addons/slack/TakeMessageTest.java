package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.slack.Bridge.deletion;
import static parley.addons.slack.Bridge.edit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import parley.addons.slack.Heard.Posted;

class TakeMessageTest {

  private static final String NOTICE =
      "Slack: This room is linked with #general in Slack now, by name-of-U1: what is written in one"
          + " is seen in both.";

  private final Bridge bridge = new Bridge().linked();

  @Test
  void aMessageOfTheChannelComesIntoTheRoomWithItsSendersName() {
    bridge.take.posted(bridge.message("*hi* &amp; <@U7>"));

    assertSeen("name-of-U1: **hi** & @name-of-U7");
  }

  @Test
  void aMessageComesOnceHoweverOftenItIsTold() {
    var message = bridge.message("hi");
    for (var i = 0; i < 11; i++) {
      bridge.take.posted(message);
    }

    assertSeen("name-of-U1: hi");
  }

  @Test
  void aChangeAndADeletionAreCarriedOver() {
    var message = bridge.message("hi");
    var other = bridge.message("there");
    bridge.take.posted(message);
    bridge.take.posted(other);
    bridge.take.edited(edit(message, "hello", "5.1"));
    bridge.take.deleted(deletion(other));

    assertSeen("name-of-U1: hello");
  }

  @Test
  void inWhicheverOrderAndHoweverOftenTheyComeTheRoomIsAsTheChannelIs() {
    for (var seed = 0; seed < 200; seed++) {
      var one = new Bridge().linked();
      var message = one.message("first");
      var gone = one.message("gone");
      var told = new ArrayList<Runnable>();
      told.add(() -> one.take.posted(message));
      told.add(() -> one.take.edited(edit(message, "second", "5.1")));
      told.add(() -> one.take.edited(edit(message, "third", "5.2")));
      told.add(() -> one.take.posted(gone));
      told.add(() -> one.take.edited(edit(gone, "going", "5.3")));
      told.add(() -> one.take.deleted(deletion(gone)));
      told.addAll(List.copyOf(told));
      Collections.shuffle(told, new Random(seed));
      told.forEach(Runnable::run);

      assertThat(one.rooms.seen()).as("seed %d", seed).containsExactly(NOTICE, "name-of-U1: third");
    }
  }

  @Test
  void aMessageThatIsDeletedWhileItIsWrittenGoesAgain() {
    var message = bridge.message("hi");
    bridge.rooms.before = () -> bridge.take.deleted(deletion(message));
    bridge.take.posted(message);

    assertSeen();
  }

  @Test
  void aChangeWaitsWhileAnotherOneOfTheSameMessageIsCarriedOver() {
    var message = bridge.message("first");
    bridge.take.posted(message);
    bridge.rooms.before =
        () ->
            assertThatThrownBy(() -> bridge.take.edited(edit(message, "third", "5.2")))
                .isInstanceOf(IllegalStateException.class);
    bridge.take.edited(edit(message, "second", "5.1"));
    bridge.take.edited(edit(message, "third", "5.2"));

    assertSeen("name-of-U1: third");
  }

  @Test
  void whatTheBusyRoomDidNotTakeComesWithTheNextTry() {
    var message = bridge.message("hi");
    bridge.rooms.busy = 1;

    assertThatThrownBy(() -> bridge.take.posted(message)).hasMessage("the room is busy");
    bridge.take.posted(message);
    bridge.rooms.busy = 1;
    assertThatThrownBy(() -> bridge.take.edited(edit(message, "hello", "5.1")))
        .hasMessage("the room is busy");
    bridge.take.edited(edit(message, "hello", "5.1"));

    assertSeen("name-of-U1: hello");
  }

  @Test
  void whileSlackIsDownNothingIsLost() {
    var message = new Posted(Bridge.GENERAL, bridge.ts(7), "", "U2", "hi", 0);
    bridge.slack.callsLost = 1;

    assertThatThrownBy(() -> bridge.take.posted(message)).hasMessageContaining("Slack is down");
    bridge.take.posted(message);

    assertSeen("name-of-U2: hi");
  }

  @Test
  void aNameThatSlackIsTooBusyToTellIsAskedForAgain() {
    var message = new Posted(Bridge.GENERAL, bridge.ts(7), "", "U2", "hi", 0);
    bridge.slack.instead.add(FakeSlack.busyFor(3));

    assertThatThrownBy(() -> bridge.take.posted(message)).hasMessageContaining("too busy");
    bridge.clock.pass(Duration.ofSeconds(3));
    bridge.take.posted(message);

    assertSeen("name-of-U2: hi");
  }

  @Test
  void whileSlackIsTooBusyToTellANameItIsNotAskedForOne() {
    bridge.slack.instead.add(FakeSlack.busyFor(30));
    for (var user : List.of("U2", "U3")) {
      var message = new Posted(Bridge.GENERAL, bridge.ts(7), "", user, "hi", 0);
      assertThatThrownBy(() -> bridge.take.posted(message)).hasMessageContaining("too busy");
    }

    assertThat(bridge.slack.calls).containsExactly("users.info");
  }

  @Test
  void aThreadOfWhichSlackIsTooBusyToTellIsAskedForAgain() {
    var message = bridge.message("with milk", bridge.ts(1));
    bridge.slack.instead.add(FakeSlack.busyFor(3));
    assertThatThrownBy(() -> bridge.take.posted(message)).hasMessageContaining("too busy");
    assertSeen();
    bridge.clock.pass(Duration.ofSeconds(3));
    bridge.take.posted(message);

    assertSeen("name-of-U1: ↳ in the thread “What about **tea**?”\nwith milk");
  }

  @Test
  void anAnswerInAThreadThatIsGoneSaysThatItIsInOne() {
    bridge.slack.instead.add(new Slack.Refused("thread_not_found"));
    bridge.take.posted(bridge.message("with milk", bridge.ts(1)));

    assertSeen("name-of-U1: ↳ in a thread\nwith milk");
  }

  @Test
  void somebodyWhomSlackDoesNotKnowIsShownByTheirId() {
    bridge.slack.instead.add(new Slack.Refused("user_not_found"));
    bridge.take.posted(new Posted(Bridge.GENERAL, bridge.ts(7), "", "U2", "hi", 0));

    assertSeen("U2: hi");
  }

  @Test
  void anAnswerInAThreadSaysInWhich() {
    bridge.take.posted(bridge.message("with milk", bridge.ts(1)));

    assertSeen("name-of-U1: ↳ in the thread “What about **tea**?”\nwith milk");
  }

  @Test
  void filesAreSpokenOf() {
    bridge.take.posted(new Posted(Bridge.GENERAL, bridge.ts(7), "", "U1", "", 1));

    assertSeen("name-of-U1: \n(with a file, in Slack)");
  }

  @Test
  void aChannelThatIsNotLinkedIsNotHeard() {
    var elsewhere = new Place("T1", "C2");
    var otherTeam = new Place("T2", "C1");
    bridge.take.posted(new Posted(elsewhere, bridge.ts(7), "", "U1", "hi", 0));
    bridge.take.posted(new Posted(otherTeam, bridge.ts(7), "", "U1", "hi", 0));

    assertSeen();
  }

  @Test
  void whatIsOlderThanTheLinkIsNotHeard() {
    var message = bridge.message("hi");
    bridge.command("unlink");
    bridge.clock.pass(Duration.ofSeconds(5));
    bridge.linked();
    var before = bridge.rooms.seen();
    bridge.take.posted(message);
    bridge.take.edited(edit(message, "hello", "5.1"));
    bridge.take.deleted(deletion(message));
    bridge.take.posted(new Posted(Bridge.GENERAL, "NaN", "", "U1", "hi", 0));

    assertThat(bridge.rooms.seen()).isEqualTo(before);
  }

  private void assertSeen(String... lines) {
    var seen = bridge.rooms.seen();
    assertThat(seen.getFirst()).isEqualTo(NOTICE);
    assertThat(seen.subList(1, seen.size())).containsExactly(lines);
  }
}
