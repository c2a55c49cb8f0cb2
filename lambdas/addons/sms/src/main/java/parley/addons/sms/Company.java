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
 * The rooms that people are in, and what people call themselves.
 *
 * @param findRooms rooms' function of that name
 * @param readProfile identity's function of that name
 */
record Company(Peer findRooms, Peer readProfile) {

  private static final int MOST_NAMES = 100;
  private static final String SOMEBODY = "Somebody";

  /** Somebody's rooms now. */
  List<RoomName> rooms(String user) {
    return found(user, Json.object().put("user", user));
  }

  /** One of them; empty where they are no member now. */
  Optional<RoomName> room(String user, String room) {
    var asked = Json.object().put("user", user);
    asked.putArray("rooms").add(room);
    return found(user, asked).stream().findFirst();
  }

  /** What these people call themselves, by their ids. */
  Map<String, String> names(List<String> users) {
    var names = new java.util.HashMap<String, String>();
    var some = users.stream().distinct().toList();
    for (var from = 0; from < some.size(); from += MOST_NAMES) {
      var asked = Json.object();
      some.subList(from, Math.min(from + MOST_NAMES, some.size()))
          .forEach(asked.putArray("users")::add);
      body(readProfile, asked)
          .path("profiles")
          .forEach(p -> names.put(p.path("user").asText(), p.path("name").asText()));
    }
    return names;
  }

  /** What somebody calls themselves. */
  String name(String user) {
    return names(List.of(user)).getOrDefault(user, SOMEBODY);
  }

  /** A direct room is called by the other one's name. */
  private List<RoomName> found(String user, JsonNode asked) {
    var rooms = body(findRooms, asked).path("rooms").valueStream().toList();
    var others =
        rooms.stream()
            .filter(Company::direct)
            .collect(Collectors.toMap(r -> r.path("room").asText(), r -> other(r, user)));
    var names = others.isEmpty() ? Map.<String, String>of() : names(List.copyOf(others.values()));
    return rooms.stream()
        .map(
            room -> {
              var id = room.path("room").asText();
              var name =
                  direct(room)
                      ? names.getOrDefault(others.get(id), SOMEBODY)
                      : room.path("name").asText();
              return new RoomName(id, name, direct(room));
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

  private static JsonNode body(Peer peer, JsonNode asked) {
    var reply = peer.ask(Request.inside("sms", asked));
    if (!reply.succeeded()) {
      throw new IllegalStateException("another service refused with " + reply.status());
    }
    return Json.tree(reply.body());
  }
}
