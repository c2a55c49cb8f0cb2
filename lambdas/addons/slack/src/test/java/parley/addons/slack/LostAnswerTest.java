package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.slack.Bridge.ROOM;
import static parley.addons.slack.Bridge.deleted;
import static parley.addons.slack.Bridge.edited;
import static parley.addons.slack.Bridge.entry;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where Slack did not say what became of a message, it is not sent twice, and not lost. */
class LostAnswerTest {

  private final Bridge bridge = new Bridge().linked();

  @Test
  void theChannelIsLookedThroughForTheMessage() {
    bridge.follow.follow(entry(2, "hi"));
    loseAnswer();
    bridge.follow.follow(edited(3, 2, "hello"));
    bridge.clock.pass(Delivery.SEEN);
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: hello");
    assertThat(bridge.slack.calls).contains("conversations.history");
  }

  @Test
  void aMessageThatSlackPutsThereLateIsNotSentAgain() {
    bridge.follow.follow(entry(2, "hi"));
    loseAnswer();
    var late = bridge.slack.channel.pollFirstEntry();
    assertThat(bridge.send()).isPresent();
    bridge.slack.channel.put(late.getKey(), late.getValue());
    bridge.clock.pass(Delivery.SEEN);
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: hi");
    assertThat(bridge.slack.posted).hasSize(1);
  }

  @Test
  void whatWaitsBehindItKeepsTheOrder() {
    bridge.follow.follow(entry(2, "one"));
    bridge.slack.callsLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");
    bridge.follow.follow(entry(3, "two"));
    bridge.clock.pass(Duration.ofSeconds(10));

    assertThat(bridge.send()).contains(Delivery.SEEN.minusSeconds(10));
    assertThat(bridge.slack.texts()).isEmpty();
    bridge.clock.pass(Delivery.SEEN.minusSeconds(10));
    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.slack.texts()).containsExactly("ADA: one", "ADA: two");
  }

  @Test
  void aShortRestIsWaitedForAtOnce() {
    bridge.follow.follow(entry(2, "hi"));
    loseAnswer();
    var seen = bridge.clock.instant().plus(Delivery.SEEN);
    bridge.clock.pass(Delivery.SEEN.minusSeconds(3));

    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.clock.instant()).isEqualTo(seen);
    assertThat(bridge.slack.texts()).containsExactly("ADA: hi");
    assertThat(bridge.outbox.waiting(ROOM, 1)).isEmpty();
  }

  @Test
  void whatWasDeletedMeanwhileGoesOnceItIsSeen() {
    bridge.follow.follow(entry(2, "hi"));
    loseAnswer();
    bridge.follow.follow(deleted(3, 2));
    assertThat(bridge.send()).isPresent();
    bridge.clock.pass(Delivery.SEEN);
    bridge.send();

    assertThat(bridge.slack.texts()).isEmpty();
  }

  @Test
  void whereSlackFailsAgainAndAgainEachTryIsAFailureSoThatItIsCounted() {
    bridge.follow.follow(entry(2, "hi"));
    bridge.slack.postsLost = 2;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");
    bridge.clock.pass(Delivery.SEEN);
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");

    assertThatThrownBy(bridge::send).hasMessageContaining("again and again");
    bridge.clock.pass(Delivery.SEEN);
    bridge.send();
    assertThat(bridge.slack.texts()).containsExactly("ADA: hi");
  }

  @Test
  void aMessageIsFoundBehindManyOthers() {
    bridge.follow.follow(entry(2, "hi"));
    loseAnswer();
    write(900);
    bridge.clock.pass(Delivery.SEEN);
    bridge.send();

    assertThat(bridge.slack.posted).hasSize(1);
    assertThat(bridge.slack.calls).filteredOn("conversations.history"::equals).hasSize(5);
  }

  @Test
  void aFloodIsNotLookedThroughToItsEnd() {
    bridge.follow.follow(entry(2, "hi"));
    bridge.slack.callsLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");
    write(5_000);
    bridge.clock.pass(Delivery.SEEN);
    bridge.send();

    assertThat(bridge.slack.posted).hasSize(1);
    assertThat(bridge.slack.calls).filteredOn("conversations.history"::equals).hasSize(5);
  }

  @Test
  void whereSlackAsksToWaitWhileItIsLookedThroughItIsLookedThroughLater() {
    bridge.follow.follow(entry(2, "hi"));
    loseAnswer();
    bridge.clock.pass(Delivery.SEEN);
    bridge.slack.instead.add(FakeSlack.busyFor(30));

    assertThat(bridge.send()).contains(Duration.ofSeconds(30));
    bridge.clock.pass(Duration.ofSeconds(30));
    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.slack.posted).hasSize(1);
  }

  private void loseAnswer() {
    bridge.slack.answersLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");
  }

  /** Others write so many messages into the channel. */
  private void write(int count) {
    for (var i = 0; i < count; i++) {
      bridge.slack.channel.put(bridge.ts(100_000 + i), Map.of("username", "Milo", "text", "hm"));
    }
  }
}
