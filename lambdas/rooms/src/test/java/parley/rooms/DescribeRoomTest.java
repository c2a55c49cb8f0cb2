package parley.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Request;

class DescribeRoomTest {

  private final RoomsFixture service = new RoomsFixture();
  private final String room = service.room("u1", "private");

  @Test
  void itTellsTheNameAndWhoIsThereNow() {
    service.add(room, "u1", "u2", "member");
    service.add(room, "u1", "u3", "member");
    service.leave(room, "u3");

    assertThat(asked("{'room':'%s'}"))
        .isEqualTo(
            "{'name':'Tea','members':[{'user':'u1','role':'owner'},{'user':'u2','role':'member'}]}");
  }

  @Test
  void itTellsWhatOnePersonIsThere() {
    assertThat(asked("{'room':'%s','user':'u1'}")).isEqualTo("{'name':'Tea','role':'owner'}");
    assertThat(asked("{'room':'%s','user':'u2'}")).isEqualTo("{'name':'Tea','role':''}");
  }

  @Test
  void whoLeftIsNothingThere() {
    service.add(room, "u1", "u2", "owner");
    service.leave(room, "u2");

    assertThat(asked("{'room':'%s','user':'u2'}")).isEqualTo("{'name':'Tea','role':''}");
  }

  @Test
  void aRoomThatIsNotThereIsRefused() {
    var reply = service.describe.handle(Request.inside("r", Json.object().put("room", "none")));

    assertThat(RoomsFixture.code(reply)).isEqualTo("not-found");
  }

  private String asked(String body) {
    var json = Json.read(body.formatted(room).replace('\'', '"'));
    return RoomsFixture.json(service.describe.handle(Request.inside("r", json)))
        .toString()
        .replace('"', '\'');
  }
}
