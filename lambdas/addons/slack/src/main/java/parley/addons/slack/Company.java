package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** Whether somebody is an owner of the room now. */
  boolean isOwner(String room, String user) {
    var asked = Json.object().put("room", room).put("user", user);
    return said(asked).path("role").asText().equals("owner");
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
    return said(Json.object().put("room", room));
  }

  private JsonNode said(ObjectNode asked) {
    return Json.tree(describeRoom.ask(Request.inside(Room.APP, asked)).body());
  }
}
