package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Request;

class FindRoomsTest {

  private final RoomsFixture service = new RoomsFixture();
  private final String room = service.room("u1", "private");

  @Test
  void itNamesTheRoomsOfWhichSomebodyIsAMemberNow() {
    var direct = RoomsFixture.text(service.direct("u1", "u2"), "room");

    assertThat(rooms("{'user':'u1'}")).containsExactlyInAnyOrder(room + " Tea", direct + " ");
    assertThat(rooms("{'user':'u2'}")).containsExactly(direct + " ");
    assertThat(rooms("{'user':'u3'}")).isEmpty();
  }

  @Test
  void ofSomeRoomsItLeavesOutThoseThatAreNotTheirs() {
    service.add(room, "u1", "u2", "member");
    var asked = "{'user':'u2','rooms':['%1$s','%1$s','none']}".formatted(room);

    assertThat(rooms(asked)).containsExactly(room + " Tea");
    service.leave(room, "u2");
    assertThat(rooms(asked)).isEmpty();
  }

  @Test
  void whoIsNotNamedIsRefused() {
    var reply = service.findRooms.handle(Request.inside("r", Json.object()));

    assertThat(RoomsFixture.code(reply)).isEqualTo("invalid-input");
  }

  private List<String> rooms(String body) {
    var json = Json.read(body.replace('\'', '"'));
    return RoomsFixture.json(service.findRooms.handle(Request.inside("r", json)))
        .path("rooms")
        .valueStream()
        .map(each -> each.path("room").asText() + " " + each.path("name").asText())
        .toList();
  }
}
