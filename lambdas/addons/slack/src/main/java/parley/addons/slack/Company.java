package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Who is in a room, and what they and it are called.
 *
 * @param describeRoom rooms' function of that name
 * @param readProfile identity's function of that name
 */
record Company(Peer describeRoom, Peer readProfile) {

  /** As many are named. */
  private static final int NAMED = 50;

  private static final String NOBODY = "somebody";

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
    var names = new ArrayList<>(names(users.stream().limit(NAMED).toList()));
    if (users.size() > NAMED) {
      names.add("%d more".formatted(users.size() - NAMED));
    }
    return "%d in “%s”: %s"
        .formatted(users.size(), described.path("name").asText(), String.join(", ", names));
  }

  /** The name that a person shows. */
  String person(String user) {
    return names(List.of(user)).stream().findFirst().orElse(NOBODY);
  }

  private List<String> names(List<String> users) {
    if (users.isEmpty()) {
      return List.of();
    }
    var body = Json.object();
    var asked = body.putArray("users");
    users.forEach(asked::add);
    var reply = readProfile.ask(Request.inside(Room.APP, body));
    var names =
        Json.tree(reply.body())
            .path("profiles")
            .valueStream()
            .collect(Collectors.toMap(p -> p.path("user").asText(), p -> p.path("name").asText()));
    return users.stream().map(user -> names.getOrDefault(user, NOBODY)).toList();
  }

  private JsonNode described(String room) {
    var asked = Json.object().put("room", room);
    return Json.tree(describeRoom.ask(Request.inside(Room.APP, asked)).body());
  }
}
