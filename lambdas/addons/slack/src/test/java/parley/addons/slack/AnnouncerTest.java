package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.slack.Bridge.GENERAL;
import static parley.addons.slack.Bridge.ROOM;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.addons.slack.Heard.Command;

/**
 * The room hears of its link's begin and end once it is so, and whatever stops whoever tells it.
 */
class AnnouncerTest {

  private final Bridge bridge = new Bridge();
  private final Command link = bridge.given("t", "link CODE");
  private final Command unlink = bridge.given("u", "unlink");
  private final List<Boolean> linked = new ArrayList<>();

  @Test
  void whoHearsThatTheRoomIsLinkedFindsTheLink() {
    bridge.rooms.before = this::look;
    bridge.linked();

    assertThat(linked).containsExactly(true);
  }

  @Test
  void whoHearsThatTheLinkHasEndedFindsNone() {
    bridge.linked();
    bridge.rooms.before = this::look;
    bridge.command("unlink");
    bridge.linked();
    bridge.end();
    bridge.rooms.before = this::look;
    bridge.send();

    assertThat(linked).containsExactly(false, false);
  }

  @Test
  void whatIsWrittenAsSoonAsTheRoomIsToldIsSent() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.before =
        () -> {
          bridge.follow.follow(Bridge.entry(1, "before"));
          bridge.follow.follow(Bridge.entry(2, "after"));
          bridge.send();
        };
    bridge.commands.run(link);

    assertThat(bridge.slack.texts()).containsExactly("ADA: after");
    assertThat(bridge.rooms.seen()).hasSize(1);
  }

  @Test
  void whatIsWrittenInTheChannelComesAfterTheRoomWasTold() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.before = () -> bridge.take.posted(bridge.message("hello"));
    bridge.commands.run(link);

    assertThat(bridge.rooms.seen()).hasSize(2).last().isEqualTo("name-of-U1: hello");
    assertThat(bridge.slack.answers).singleElement().asString().contains("linked this channel");
  }

  @Test
  void aLinkThatIsEndedBeforeTheRoomIsToldOfItIsNotSaidToBeThere() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.before = bridge::end;
    bridge.commands.run(link);
    bridge.send();

    assertThat(bridge.slack.answers).singleElement().asString().contains("ended the link just now");
    assertThat(bridge.rooms.seen()).singleElement().asString().contains("has ended");
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void aCommandThatComesTwiceAtOnceIsAnsweredTheSameTwice() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.before = () -> bridge.commands.run(link);
    bridge.commands.run(link);

    assertThat(bridge.slack.answers).hasSize(2).allMatch(answer -> answer.contains("linked this"));
    assertThat(bridge.rooms.seen()).hasSize(1);
  }

  @Test
  void aRoomThatIsBusyIsToldThatItIsLinkedByTheNextTry() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.busy = 1;
    assertThatThrownBy(() -> bridge.commands.run(link)).hasMessage("the room is busy");
    bridge.commands.run(link);

    assertThat(bridge.rooms.seen()).singleElement().asString().contains("is linked with #general");
    assertThat(bridge.links.ofRoom(ROOM).map(Link::since)).contains(1L);
  }

  @Test
  void aRoomThatIsBusyIsToldOnceThatItsLinkHasEnded() {
    bridge.linked();
    bridge.rooms.busy = 1;
    assertThatThrownBy(() -> bridge.commands.run(unlink)).hasMessage("the room is busy");
    bridge.commands.run(unlink);
    bridge.linked();
    bridge.end();
    bridge.rooms.busy = 1;
    assertThatThrownBy(bridge::send).hasMessage("the room is busy");
    bridge.send();
    bridge.end();
    bridge.send();

    assertThat(bridge.rooms.seen())
        .filteredOn(line -> line.contains("ended"))
        .containsExactly(
            "Slack: name-of-U1 ended the link with #general in Slack.",
            "Slack: The link with #general in Slack has ended.");
    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void aRoomThatIsBusyIsToldThatItsChannelIsGone() {
    bridge.linked();
    bridge.follow.follow(Bridge.entry(2, "hi"));
    bridge.slack.instead.add(new Slack.Refused("is_archived"));
    bridge.rooms.busy = 1;
    assertThatThrownBy(bridge::send).hasMessage("the room is busy");
    bridge.send();

    assertThat(bridge.rooms.seen().getLast()).contains("has ended: Slack says is_archived");
  }

  @Test
  void aRoomThatTakesNothingIsNotLinked() {
    bridge.links.offer("CODE", "gone", Bridge.OWNER);
    bridge.commands.run(link);

    assertThat(bridge.slack.answers).singleElement().asString().startsWith("the room did not take");
    assertThat(bridge.links.anyOfChannel(GENERAL)).isEmpty();
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  private void look() {
    linked.add(bridge.links.ofRoom(ROOM).isPresent());
  }
}
