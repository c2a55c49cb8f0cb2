package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.addons.slack.Bridge.ROOM;
import static parley.addons.slack.Bridge.entry;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How fast messages go out, and who sends them. */
class SendWaitingPaceTest {

  private final Bridge bridge = new Bridge().linked();

  @Test
  void theRoomsOrderIsKeptAndAtMostOneGoesOutASecond() {
    for (var seq : new int[] {5, 3, 2, 4}) {
      bridge.follow.follow(entry(seq, "number " + seq));
    }
    bridge.send();

    assertThat(bridge.slack.texts())
        .containsExactly("ADA: number 2", "ADA: number 3", "ADA: number 4", "ADA: number 5");
    for (var i = 1; i < bridge.slack.posted.size(); i++) {
      assertThat(Duration.between(bridge.slack.posted.get(i - 1), bridge.slack.posted.get(i)))
          .isGreaterThanOrEqualTo(SendWaiting.EVERY);
    }
  }

  @Test
  void theNextInvocationKeepsToTheRateToo() {
    bridge.follow.follow(entry(2, "one"));
    bridge.send();
    bridge.follow.follow(entry(3, "two"));
    bridge.send();

    assertThat(Duration.between(bridge.slack.posted.get(0), bridge.slack.posted.get(1)))
        .isGreaterThanOrEqualTo(SendWaiting.EVERY);
  }

  @Test
  void whereSlackSaysWaitItIsWaitedForSoLong() {
    var began = bridge.clock.instant();
    bridge.follow.follow(entry(2, "hi"));
    bridge.slack.instead.add(FakeSlack.busyFor(4));
    assertThat(bridge.send()).isEmpty();

    assertThat(bridge.slack.texts()).containsExactly("ADA: hi");
    assertThat(bridge.slack.posted.getFirst()).isEqualTo(began.plusSeconds(4));
    assertThat(bridge.slack.calls).doesNotContain("conversations.history");
  }

  @Test
  void whatComesAfterAMessageThatIsToWaitWaitsToo() {
    bridge.follow.follow(entry(2, "one"));
    bridge.follow.follow(entry(3, "two"));
    bridge.follow.follow(entry(4, "three"));
    bridge.slack.instead.add(FakeSlack.busyFor(4));
    assertThat(bridge.send()).isEmpty();

    assertThat(bridge.slack.texts()).containsExactly("ADA: one", "ADA: two", "ADA: three");
  }

  @Test
  void aLongWaitIsForAnotherInvocation() {
    bridge.follow.follow(entry(2, "hi"));
    bridge.slack.instead.add(FakeSlack.busyFor(600));

    assertThat(bridge.send()).contains(Duration.ofSeconds(600));
    assertThat(bridge.slack.texts()).isEmpty();
    bridge.clock.pass(Duration.ofSeconds(600));
    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.slack.texts()).containsExactly("ADA: hi");
  }

  @Test
  void manyMessagesAreForSeveralInvocations() {
    for (var seq = 2; seq < 102; seq++) {
      bridge.follow.follow(entry(seq, "number " + seq));
    }
    var invocations = 1;
    while (bridge.send().isPresent()) {
      invocations++;
    }

    assertThat(bridge.slack.texts()).hasSize(100);
    assertThat(invocations).isEqualTo(3);
  }

  @Test
  void whoFindsSomebodySendingGoesAndTheyLookOnceMore() {
    bridge.follow.follow(entry(2, "one"));
    assertThat(bridge.lane.enter(ROOM, "somebody")).isPresent();
    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.slack.texts()).isEmpty();

    bridge.clock.pass(Duration.ofSeconds(91));
    bridge.send();
    assertThat(bridge.slack.texts()).containsExactly("ADA: one");
  }
}
