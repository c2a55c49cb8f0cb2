package parley.addons.sms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * The rooms that people are in now.
 *
 * @param findRooms rooms' function of that name
 * @param names by which direct rooms are called
 */
record Company(Peer findRooms, Names names) {

  /** Somebody's rooms. */
  List<RoomName> rooms(String user) {
    return found(user, Json.object().put("user", user));
  }

  /** One of them; empty where they are no member. */
  Optional<RoomName> room(String user, String room) {
    var asked = Json.object().put("user", user);
    asked.putArray("rooms").add(room);
    return found(user, asked).stream().findFirst();
  }

  /** A direct room is called by the other one's name. */
  private List<RoomName> found(String user, JsonNode asked) {
    var reply = findRooms.ask(Request.inside("sms", asked));
    if (!reply.succeeded()) {
      throw new IllegalStateException("rooms were refused with " + reply.status());
    }
    var rooms = Json.tree(reply.body()).path("rooms").valueStream().toList();
    var others =
        rooms.stream()
            .filter(Company::direct)
            .collect(Collectors.toMap(r -> r.path("room").asText(), r -> other(r, user)));
    var known =
        others.isEmpty() ? Map.<String, String>of() : names.of(List.copyOf(others.values()));
    return rooms.stream()
        .map(
            room -> {
              var id = room.path("room").asText();
              var other = others.get(id);
              return other == null
                  ? new RoomName(id, room.path("name").asText(), false)
                  : new RoomName(id, known.getOrDefault(other, Names.SOMEBODY), true);
            })
        .toList();
  }

  private static boolean direct(JsonNode room) {
    return room.path("kind").asText().equals("direct");
  }

  private static String other(JsonNode room, String user) {
    return room.path("people")
        .valueStream()
        .map(JsonNode::asText)
        .filter(each -> !each.equals(user))
        .findFirst()
        .orElse(user);
  }
}
