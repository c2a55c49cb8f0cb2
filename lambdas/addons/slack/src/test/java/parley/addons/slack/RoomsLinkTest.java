package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** What a room's members see and do of its link. */
class RoomsLinkTest {

  private final Bridge bridge = new Bridge();
  private final UseCase issue = new IssueCode(bridge.owners, bridge.links, new Codes(), "/chat");
  private final UseCase read = new ReadLink(bridge.owners, bridge.links);
  private final UseCase end = new EndLink(bridge.owners, bridge.links, bridge.woken::add);

  @Test
  void anOwnerGetsACodeThatLinks() {
    var issued = body(ask(issue, "ada"));
    bridge.command("link " + issued.path("code").asText());

    assertThat(issued.path("code").asText()).matches("[0-9A-HJKMNP-TV-Z]{10}");
    assertThat(issued.path("command").asText())
        .isEqualTo("/chat link " + issued.path("code").asText());
    assertThat(issued.path("expires").asText()).isEqualTo("2026-03-01T12:10:00Z");
    assertThat(bridge.links.ofRoom(Bridge.ROOM)).isPresent();
  }

  @Test
  void aMemberSeesTheLink() {
    assertThat(body(ask(read, "grace"))).hasToString("{\"linked\":false}");
    bridge.linked();

    assertThat(body(ask(read, "grace")))
        .hasToString(
            "{\"linked\":true,\"channel\":\"#general\",\"by\":\"name-of-U1\","
                + "\"at\":\"2026-03-01T12:00:00Z\"}");
  }

  @Test
  void anOwnerEndsTheLinkOnceAndRoomAndChannelAreTold() {
    bridge.linked();

    assertThat(body(ask(end, "ada"))).hasToString("{\"ended\":true}");
    assertThat(body(ask(end, "ada"))).hasToString("{\"ended\":false}");
    assertThat(bridge.links.ofChannel(Bridge.GENERAL)).isEmpty();
    assertThat(bridge.woken).containsOnly(Bridge.ROOM);
    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.send()).isEmpty();
    assertThat(bridge.slack.texts())
        .singleElement()
        .asString()
        .endsWith(
            "The link with the room has ended: what is written here is not seen there any more.");
    assertThat(bridge.rooms.seen().getLast())
        .isEqualTo("Slack: The link with #general in Slack has ended.");
  }

  @Test
  void aMemberChangesNothing() {
    bridge.linked();

    assertThat(code(ask(issue, "grace"))).isEqualTo("forbidden");
    assertThat(code(ask(end, "grace"))).isEqualTo("forbidden");
    assertThat(bridge.links.ofRoom(Bridge.ROOM)).isPresent();
  }

  @Test
  void anybodyElseHearsThatThereIsNoSuchRoom() {
    for (var useCase : new UseCase[] {issue, read, end}) {
      assertThat(code(ask(useCase, "mallory"))).isEqualTo("not-found");
    }
  }

  private static Reply ask(UseCase useCase, String user) {
    var params = Json.object().put("room", Bridge.ROOM);
    return useCase.handle(new Request("r", Caller.user(user), params, Json.object()));
  }

  private static JsonNode body(Reply reply) {
    assertThat(reply.succeeded()).isTrue();
    return Json.tree(reply.body());
  }

  private static String code(Reply reply) {
    return reply.body() instanceof Refusal refusal ? refusal.code() : "";
  }
}
