package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RunCommandTest {

  private final Bridge bridge = new Bridge();

  @Test
  void aCodeLinksTheChannelAndTheRoomAndBothAreTold() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    bridge.command("link code");

    assertThat(bridge.links.ofRoom(Bridge.ROOM)).isEqualTo(bridge.links.ofChannel(Bridge.GENERAL));
    assertThat(bridge.links.ofRoom(Bridge.ROOM).map(Link::name)).contains("#general");
    assertThat(bridge.rooms.seen()).singleElement().asString().contains("linked with #general");
    assertThat(bridge.slack.answers)
        .containsExactly(
            "!name-of-U1 linked this channel with the room “Tea”: what is written in one is seen in"
                + " both");
  }

  @Test
  void aCodeWorksOnce() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    bridge.command("link CODE");
    bridge.command("unlink");
    bridge.slack.answers.clear();
    bridge.command("link CODE");

    assertAnswer("this code is unknown, was used");
  }

  @Test
  void aCodeWorksForTenMinutes() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    bridge.clock.pass(Links.LASTS);
    bridge.command("link CODE");

    assertAnswer("this code is unknown, was used");
  }

  @Test
  void ofTwoCodesForARoomTheLaterWorks() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    bridge.links.offer("CODE2", Bridge.ROOM, Bridge.OWNER);
    bridge.command("link CODE");
    assertAnswer("this code is unknown, was used");

    bridge.command("link CODE2");
    assertThat(bridge.links.ofRoom(Bridge.ROOM)).isPresent();
    assertThat(bridge.links.offer("CODE3", Bridge.ROOM, Bridge.OWNER))
        .isEqualTo(bridge.clock.instant().plus(Links.LASTS));
  }

  @Test
  void noOtherCodeWorks() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    bridge.command("link CODE2");

    assertAnswer("this code is unknown, was used");
  }

  @Test
  void aCommandThatComesTwiceIsDoneOnce() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    var command = bridge.given("t", "link CODE");
    bridge.commands.run(command);
    bridge.commands.run(command);
    var post = bridge.given("p", "post hi");
    bridge.commands.run(post);
    bridge.commands.run(post);

    assertThat(bridge.slack.answers.get(1)).isEqualTo(bridge.slack.answers.get(0));
    assertThat(bridge.rooms.log).hasSize(2);
  }

  @Test
  void aChannelHasOneRoomAndARoomOneChannel() {
    bridge.linked();
    bridge.links.offer("CODE2", "room-2", Bridge.OWNER);
    bridge.command("link CODE2");
    bridge.links.offer("CODE3", Bridge.ROOM, Bridge.OWNER);
    bridge.commands.run(bridge.given(new Place("T1", "C2"), "t", "link CODE3"));

    assertThat(bridge.slack.answers.get(0)).contains("this channel is linked with a room already");
    assertThat(bridge.slack.answers.get(1)).contains("that room is linked with a channel already");
  }

  @Test
  void theAppMustBeInTheChannel() {
    bridge.links.offer("CODE", Bridge.ROOM, Bridge.OWNER);
    bridge.slack.member = false;
    bridge.command("link CODE");
    assertAnswer("the app is not in this channel");
    bridge.slack.answers.clear();
    bridge.slack.instead.add(new Slack.Refused("channel_not_found"));
    bridge.command("link CODE");
    assertAnswer("the app is not in this channel");

    bridge.slack.member = true;
    bridge.command("link CODE");
    assertThat(bridge.links.ofChannel(Bridge.GENERAL)).isPresent();
  }

  @Test
  void itTellsWhoIsThere() {
    bridge.linked().command("who");

    assertAnswer("2 in “Tea”: ADA, GRACE");
  }

  @Test
  void itWritesIntoTheRoom() {
    bridge.linked().command("post *hi* &lt;there&gt;");

    assertThat(bridge.rooms.seen().getLast()).isEqualTo("name-of-U1: **hi** <there>");
    assertThat(bridge.slack.answers).containsExactly("!name-of-U1: *hi* &lt;there&gt;");
  }

  @Test
  void itEndsTheLinkAndTheRoomIsTold() {
    bridge.linked().command("unlink");

    assertThat(bridge.links.ofRoom(Bridge.ROOM)).isEmpty();
    assertThat(bridge.links.ofChannel(Bridge.GENERAL)).isEmpty();
    assertThat(bridge.rooms.seen().getLast()).contains("name-of-U1 ended the link with #general");
  }

  @Test
  void anEndThatComesOnceMoreLeavesWhatWasLinkedSince() {
    bridge.linked();
    var unlink = bridge.given("u", "unlink");
    bridge.commands.run(unlink);
    bridge.clock.pass(Duration.ofMinutes(1));
    bridge.linked();
    bridge.commands.run(unlink);

    assertThat(bridge.links.ofRoom(Bridge.ROOM)).isPresent();
    assertAnswer("this channel is not linked");
  }

  @Test
  void withoutALinkItSaysSo() {
    for (var words : new String[] {"who", "post hi", "unlink"}) {
      bridge.slack.answers.clear();
      bridge.command(words);
      assertAnswer("this channel is not linked");
    }
  }

  @Test
  void anythingElseIsAnsweredWithWhatThereIs() {
    for (var words : new String[] {"", "help", "hello", "post", "LINK CODE"}) {
      bridge.slack.answers.clear();
      bridge.command(words);
      assertAnswer("`/parley link CODE` links");
    }
  }

  @Test
  void anAnswerThatDoesNotArriveUndoesNothing() {
    bridge.linked();
    bridge.people.name("U1");
    bridge.slack.callsLost = 1;
    bridge.command("post hi");

    assertThat(bridge.slack.answers).isEmpty();
    assertThat(bridge.rooms.seen().getLast()).isEqualTo("name-of-U1: hi");
  }

  @Test
  void aCodeIsKeptAsADigestAlone() {
    bridge.links.offer("VERYSECRET", Bridge.ROOM, Bridge.OWNER);

    assertThat(bridge.rows.all()).contains(Bridge.ROOM).doesNotContain("VERYSECRET");
  }

  private void assertAnswer(String beginning) {
    assertThat(bridge.slack.answers).singleElement().asString().startsWith(beginning);
  }
}
