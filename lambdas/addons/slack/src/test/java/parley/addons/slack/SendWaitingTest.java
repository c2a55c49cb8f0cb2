package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.slack.Bridge.ROOM;
import static parley.addons.slack.Bridge.deleted;
import static parley.addons.slack.Bridge.edited;
import static parley.addons.slack.Bridge.entry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SendWaitingTest {

  private final Bridge bridge = new Bridge().linked();

  @Test
  void aMessageOfTheRoomComesIntoTheChannelWithItsSendersName() {
    bridge.follow.follow(entry(2, "**hi** <!channel>"));
    bridge.send();

    assertThat(bridge.woken).containsExactly(ROOM);
    assertThat(bridge.slack.texts()).containsExactly("ADA: *hi* &lt;!channel&gt;");
  }

  @Test
  void aPersonsMessageComesWithACircleOfTheirColorAndNoOther() {
    bridge.follow.follow(entry(2, "hi"));
    bridge.follow.follow(entry(3, "help").put("sender", "app-panic").put("app", "panic"));
    bridge.send();

    assertThat(bridge.slack.channel.values())
        .extracting(message -> message.getOrDefault("icon_emoji", "none"))
        .containsExactly(":large_purple_circle:", "none");
  }

  @Test
  void aMessageOfAnotherAddOnComesWithTheNameThatItGave() {
    bridge.follow.follow(entry(2, "help").put("sender", "app-panic").put("app", "panic"));
    bridge.follow.follow(
        entry(3, "hi").put("sender", "app-sms").put("app", "sms").put("from", "Alan"));
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("panic: help", "Alan: hi");
  }

  @Test
  void whatAPersonWroteThroughAnotherAddOnComesWithTheirName() {
    bridge.follow.follow(entry(2, "on my way").put("app", "sms"));
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: on my way");
  }

  @Test
  void whatCameFromSlackDoesNotGoBack() {
    bridge.follow.follow(entry(2, "hi").put("sender", "app-slack").put("app", "slack"));
    bridge.follow.follow(edited(3, 2, "hello").put("sender", "app-slack"));
    bridge.follow.follow(deleted(4, 2));
    bridge.send();

    assertThat(bridge.slack.texts()).isEmpty();
  }

  @Test
  void changesAndDeletionsAreCarriedOver() {
    bridge.follow.follow(entry(2, "hi"));
    bridge.follow.follow(entry(3, "there"));
    bridge.send();
    bridge.follow.follow(edited(4, 2, "hello"));
    bridge.follow.follow(deleted(5, 3));
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: hello");
  }

  @Test
  void inWhicheverOrderAndHoweverOftenTheyComeTheChannelIsAsTheRoomIs() {
    for (var seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var one = new Bridge().linked();
      var events =
          new ArrayList<>(
              List.of(
                  entry(2, "first"),
                  edited(3, 2, "second"),
                  edited(4, 2, "third"),
                  entry(5, "gone"),
                  edited(6, 5, "going"),
                  deleted(7, 5)));
      events.addAll(List.copyOf(events));
      Collections.shuffle(events, random);
      for (var event : events) {
        one.follow.follow(event);
        if (random.nextBoolean()) {
          one.send();
        }
      }
      one.send();

      assertThat(one.slack.texts()).as("seed %d", seed).containsExactly("ADA: third");
      assertThat(one.outbox.waiting(ROOM, 1)).isEmpty();
    }
  }

  @Test
  void aMessageGoesOutOnceHoweverOftenItsEventComes() {
    for (var i = 0; i < 3; i++) {
      bridge.follow.follow(entry(2, "hi"));
      bridge.send();
    }

    assertThat(bridge.slack.texts()).containsExactly("ADA: hi");
  }

  @Test
  void whileSlackIsDownNothingIsLost() {
    bridge.follow.follow(entry(2, "one"));
    bridge.follow.follow(entry(3, "two"));
    for (var i = 0; i < 3; i++) {
      bridge.slack.callsLost = 1;
      assertThatThrownBy(() -> bridge.send()).hasMessageContaining("Slack is down");
      bridge.clock.pass(Delivery.SEEN);
    }
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: one", "ADA: two");
  }

  @Test
  void aChannelThatIsGoneEndsTheLinkAndTheRoomIsTold() {
    bridge.follow.follow(entry(2, "one"));
    bridge.follow.follow(entry(3, "two"));
    bridge.slack.instead.add(new Slack.Refused("is_archived"));
    bridge.send();

    assertThat(bridge.links.ofRoom(ROOM)).isEmpty();
    assertThat(bridge.rooms.seen().getLast())
        .isEqualTo("Slack: The link with #general has ended: Slack says is_archived.");
    assertThat(bridge.outbox.waiting(ROOM, 1)).isEmpty();
  }

  @Test
  void aTokenThatSlackDoesNotTakeIsAFailureAndNothingIsLost() {
    bridge.follow.follow(entry(2, "one"));
    bridge.slack.instead.add(new Slack.Refused("invalid_auth"));

    assertThatThrownBy(() -> bridge.send()).hasMessageContaining("invalid_auth");
    bridge.send();
    assertThat(bridge.slack.texts()).containsExactly("ADA: one");
  }

  @Test
  void whatSlackNeverTakesDoesNotHoldUpTheRest() {
    bridge.follow.follow(entry(2, "one"));
    bridge.follow.follow(entry(3, "two"));
    bridge.slack.instead.add(new Slack.Refused("msg_too_long"));
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: two");
  }

  @Test
  void aChangeThatSlackNeverTakesDoesNotHoldUpTheRest() {
    bridge.follow.follow(entry(2, "one"));
    bridge.send();
    bridge.follow.follow(edited(3, 2, "one that is far too long"));
    bridge.follow.follow(entry(4, "two"));
    bridge.slack.instead.add(new Slack.Refused("msg_too_long"));
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: one", "ADA: two");
  }

  @Test
  void whatIsGoneInSlackStaysGone() {
    bridge.follow.follow(entry(2, "one"));
    bridge.send();
    bridge.slack.channel.clear();
    bridge.follow.follow(deleted(3, 2));
    assertThat(bridge.send()).isEmpty();

    assertThat(bridge.outbox.waiting(ROOM, 1)).isEmpty();
  }

  @Test
  void whatIsOlderThanTheLinkIsNotSent() {
    bridge.follow.follow(entry(1, "before"));
    bridge.follow.follow(edited(2, 1, "still before"));
    bridge.send();

    assertThat(bridge.slack.texts()).isEmpty();
  }

  @Test
  void aRoomThatIsNotLinkedIsNotSent() {
    bridge.follow.follow(entry(2, "one"));
    bridge.command("unlink");
    bridge.follow.follow(entry(3, "two"));
    bridge.send();

    assertThat(bridge.slack.texts()).isEmpty();
    assertThat(bridge.rows.all()).doesNotContain("one");
  }

  @Test
  void noTextIsKeptOnceItIsSent() {
    bridge.follow.follow(entry(2, "a secret"));
    assertThat(bridge.rows.all()).contains("a secret");
    bridge.send();

    assertThat(bridge.rows.all()).doesNotContain("a secret");
  }
}
