package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.slack.Bridge.GENERAL;
import static parley.addons.slack.Bridge.ROOM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.addons.slack.Heard.Command;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Request;

/**
 * The room hears of its link's begin and end once it is so, and whatever stops whoever tells it.
 */
class AnnouncerTest {

  private static final Command LINK =
      new Command(GENERAL, "t", "/parley", "U1", "link CODE", "https://answer");
  private static final Command UNLINK =
      new Command(GENERAL, "u", "/parley", "U1", "unlink", "https://answer");

  private final Bridge bridge = new Bridge();
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
    end();
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
          assertThatThrownBy(bridge::send).hasMessageContaining("not told of its link yet");
        };
    bridge.commands.run(LINK);
    bridge.send();

    assertThat(bridge.slack.texts()).containsExactly("ADA: after");
  }

  @Test
  void whatIsWrittenInTheChannelBeforeTheRoomIsToldComesAfterThat() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    var message = bridge.message("hello");
    bridge.rooms.before =
        () ->
            assertThatThrownBy(() -> bridge.take.posted(message))
                .hasMessageContaining("not told of its link yet");
    bridge.commands.run(LINK);
    bridge.take.posted(message);

    assertThat(bridge.rooms.seen()).hasSize(2).last().isEqualTo("name-of-U1: hello");
  }

  @Test
  void aLinkThatIsEndedBeforeTheRoomIsToldOfItIsNotSaidToBeThere() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.before = this::end;
    bridge.commands.run(LINK);
    bridge.send();

    assertThat(bridge.slack.answers).singleElement().asString().contains("ended the link just now");
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void aRoomThatIsBusyIsToldThatItIsLinkedByTheNextTry() {
    bridge.links.offer("CODE", ROOM, Bridge.OWNER);
    bridge.rooms.busy = 1;
    assertThatThrownBy(() -> bridge.commands.run(LINK)).hasMessage("the room is busy");
    bridge.commands.run(LINK);

    assertThat(bridge.rooms.seen()).singleElement().asString().contains("is linked with #general");
    assertThat(bridge.links.ofRoom(ROOM).map(Link::since)).contains(1L);
  }

  @Test
  void aRoomThatIsBusyIsToldOnceThatItsLinkHasEnded() {
    bridge.linked();
    bridge.rooms.busy = 1;
    assertThatThrownBy(() -> bridge.commands.run(UNLINK)).hasMessage("the room is busy");
    bridge.commands.run(UNLINK);
    bridge.linked();
    end();
    bridge.rooms.busy = 1;
    assertThatThrownBy(bridge::send).hasMessage("the room is busy");
    bridge.send();
    end();
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
  void aChannelIsToldOnceAtMost() {
    bridge.linked();
    end();
    bridge.slack.answersLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");
    bridge.send();

    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.rooms.seen()).filteredOn(line -> line.contains("ended")).hasSize(1);
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void theRoomIsToldAlsoWhereSlackIsDown() {
    bridge.linked();
    end();
    bridge.slack.callsLost = 1;
    assertThatThrownBy(bridge::send).hasMessageContaining("Slack is down");

    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
  }

  @Test
  void whatHappensInARoomWakesWhoeverIsToTellOfTheEnd() {
    bridge.linked();
    end();
    bridge.woken.clear();
    bridge.follow.follow(Bridge.entry(2, "hi"));
    bridge.send();
    bridge.follow.follow(Bridge.entry(3, "hi"));

    assertThat(bridge.woken).containsExactly(ROOM);
    assertThat(bridge.slack.texts()).hasSize(1);
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
  void whereSlackIsBusyBothAreToldLater() {
    bridge.linked();
    end();
    bridge.slack.instead.add(new Slack.Wait(Duration.ofSeconds(30)));
    assertThat(bridge.send()).contains(Duration.ofSeconds(30));
    bridge.send();

    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
  }

  @Test
  void aChannelThatIsGoneDoesNotKeepTheRoomFromHearing() {
    bridge.linked();
    end();
    bridge.slack.instead.add(new Slack.Refused("channel_not_found"));
    bridge.send();

    assertThat(bridge.rooms.seen().getLast()).contains("has ended");
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void aRoomThatTakesNothingIsNotLinked() {
    bridge.links.offer("CODE", "gone", Bridge.OWNER);
    bridge.commands.run(LINK);

    assertThat(bridge.slack.answers).singleElement().asString().startsWith("the room did not take");
    assertThat(bridge.links.anyOfChannel(GENERAL)).isEmpty();
    assertThat(bridge.rows.all()).doesNotContain("#general");
  }

  @Test
  void aChannelWhoseLinkIsEndingIsLinkedAnewAndHearsOfThatAlone() {
    bridge.linked();
    end();
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
    bridge.linked();
    end();
    bridge.links.offer("CODE2", ROOM, Bridge.OWNER);
    bridge.commands.run(new Command(elsewhere, "t1", "/parley", "U1", "link CODE2", "https://a"));
    bridge.send();
    bridge.commands.run(new Command(elsewhere, "t2", "/parley", "U1", "link CODE2", "https://a"));

    assertThat(bridge.slack.answers.getFirst()).contains("is just ending: try again in a moment");
    assertThat(bridge.slack.texts()).hasSize(1);
    assertThat(bridge.links.ofRoom(ROOM).map(Link::place)).contains(elsewhere);
  }

  private void look() {
    linked.add(bridge.links.ofRoom(ROOM).isPresent());
  }

  private void end() {
    var params = Json.object().put("room", ROOM);
    var request = new Request("r", Caller.user(Bridge.OWNER), params, Json.object());
    assertThat(new EndLink(bridge.owners, bridge.links, bridge.woken::add).handle(request).status())
        .isEqualTo(200);
  }
}
