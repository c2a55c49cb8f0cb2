package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.slack.Bridge.GENERAL;
import static parley.addons.slack.Bridge.ROOM;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Where an owner of the room ended a link, room and channel hear of it: whatever stops whoever
 * tells them.
 */
class FarewellTest {

  private final Bridge bridge = new Bridge().linked();

  @Test
  void aChannelIsToldOnceAtMost() {
    bridge.end();
    bridge.slack.answersLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");
    bridge.send();

    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.rooms.seen()).filteredOn(line -> line.contains("ended")).hasSize(1);
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void theRoomIsToldAlsoWhereSlackIsDown() {
    bridge.end();
    bridge.slack.callsLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");

    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
  }

  @Test
  void whatHappensInARoomWakesWhoeverIsToTellOfTheEnd() {
    bridge.end();
    bridge.woken.clear();
    bridge.follow.follow(Bridge.entry(2, "hi"));
    bridge.send();
    bridge.follow.follow(Bridge.entry(3, "hi"));

    assertThat(bridge.woken).containsExactly(ROOM);
    assertThat(bridge.slack.texts()).hasSize(1);
  }

  @Test
  void aCommandThatIsBrokenOffLeavesNeitherUntold() {
    bridge.rooms.busy = 1;
    assertThatThrownBy(() -> bridge.command("unlink")).hasMessage("the room is busy");
    bridge.follow.follow(Bridge.entry(2, "hi"));
    bridge.send();

    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.rooms.seen().getLast()).contains("ended the link with #general");
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void whileTheChannelIsToldItIsNotLinkedAnew() {
    bridge.end();
    bridge.links.offer("CODE2", "room-2", Bridge.OWNER);
    bridge.links.anyOfRoom(ROOM).ifPresent(link -> bridge.links.replace(link, link.silent()));
    bridge.command("link CODE2");
    bridge.command("unlink");
    bridge.send();
    bridge.command("link CODE2");

    assertThat(bridge.slack.answers.subList(0, 2))
        .allMatch(answer -> answer.contains("just ending: try again"));
    assertThat(bridge.links.ofChannel(GENERAL).map(Link::room)).contains("room-2");
  }

  @Test
  void rowsThatDisagreeDoNotStopWhoeverSends() {
    bridge.end();
    var row = bridge.rows.read("channel#T1#C1", "link");
    var other = Link.made("room-2", GENERAL, "#general", "Nora", 1, "r2").begun(1);
    assertThat(bridge.rows.write(row.holding(other))).isTrue();
    assertThat(bridge.send()).isEmpty();

    assertThat(bridge.links.anyOfRoom(ROOM)).isEmpty();
    assertThat(bridge.links.ofChannel(GENERAL)).contains(other);
    assertThat(bridge.slack.texts()).isEmpty();
  }

  @Test
  void whereSlackIsBusyBothAreToldLater() {
    bridge.end();
    bridge.slack.instead.add(new Slack.Wait(Duration.ofSeconds(30)));
    assertThat(bridge.send()).contains(Duration.ofSeconds(30));
    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
    var before = bridge.clock.instant();
    assertThat(bridge.send()).contains(Duration.ofSeconds(30));
    assertThat(bridge.clock.instant()).isEqualTo(before);
    bridge.clock.pass(Duration.ofSeconds(30));
    assertThat(bridge.send()).isEmpty();

    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
  }

  @Test
  void aChannelThatIsGoneDoesNotKeepTheRoomFromHearing() {
    bridge.end();
    bridge.slack.instead.add(new Slack.Refused("channel_not_found"));
    bridge.send();

    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void aChannelWhoseLinkIsEndingIsLinkedAnewAndHearsOfThatAlone() {
    bridge.end();
    bridge.links.offer("CODE2", "room-2", Bridge.OWNER);
    bridge.command("link CODE2");
    bridge.send();

    assertThat(bridge.links.ofChannel(GENERAL).map(Link::room)).contains("room-2");
    assertThat(bridge.links.anyOfRoom(ROOM)).isEmpty();
    assertThat(bridge.rooms.seen()).filteredOn(line -> line.contains("has ended")).hasSize(1);
    assertThat(bridge.slack.texts()).isEmpty();
  }

  @Test
  void aRoomWhoseLinkIsEndingIsLinkedElsewhereOnceItsChannelWasTold() {
    var elsewhere = new Place("T1", "C2");
    bridge.end();
    bridge.links.offer("CODE2", ROOM, Bridge.OWNER);
    bridge.commands.run(bridge.given(elsewhere, "t1", "link CODE2"));
    bridge.send();
    bridge.commands.run(bridge.given(elsewhere, "t2", "link CODE2"));

    assertThat(bridge.slack.answers.getFirst()).contains("is just ending: try again in a moment");
    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.links.ofRoom(ROOM).map(Link::place)).contains(elsewhere);
  }
}
