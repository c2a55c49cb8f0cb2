package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * What a room is called, and who is there.
 *
 * @param describeRoom rooms' function of that name
 */
record Company(Peer describeRoom, Profiles profiles) {

  /** As many are named. */
  private static final int NAMED = 50;

  /** The room's name; "" where there is no such room. */
  String room(String room) {
    return described(room).path("name").asText("");
  }

  /** One sentence of who is there. */
  String sentence(String room) {
    var described = described(room);
    var users =
        described
            .path("members")
            .valueStream()
            .map(member -> member.path("user").asText())
            .toList();
    var names = new ArrayList<>(profiles.names(users.stream().limit(NAMED).toList()));
    if (users.size() > NAMED) {
      names.add("%d more".formatted(users.size() - NAMED));
    }
    return "%d in “%s”: %s"
        .formatted(users.size(), described.path("name").asText(), String.join(", ", names));
  }

  private JsonNode described(String room) {
    var asked = Json.object().put("room", room);
    return Json.tree(describeRoom.ask(Request.inside(Room.APP, asked)).body());
  }
}
