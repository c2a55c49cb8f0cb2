package parley.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import parley.kernel.Json;

/**
 * A room.
 *
 * @param room its id
 * @param name 1 to 80 code points; empty for a direct room
 * @param topic 0 to 250 code points
 * @param open true where anybody may see and join it
 * @param owners how many owners it has
 * @param people the two people of a direct room, in the order of their ids; else empty
 */
record Room(
    String room, String name, String topic, boolean open, long owners, List<String> people) {

  /** The room of two people and nobody else. */
  static Room direct(String room, List<String> people) {
    return new Room(room, "", "", false, 0, people);
  }

  /** True for a room of two people and nobody else. */
  boolean direct() {
    return !people.isEmpty();
  }

  /** {@code public} or {@code private}. */
  String visibility() {
    return open ? "public" : "private";
  }

  /** {@code direct} or {@code room}. */
  String kind() {
    return direct() ? "direct" : "room";
  }

  /** As the API shows it to somebody, who may be no member. */
  ObjectNode json(Optional<Membership> mine) {
    var json =
        Json.object()
            .put("room", room)
            .put("kind", kind())
            .put("name", name)
            .put("topic", topic)
            .put("visibility", visibility());
    mine.filter(Membership::active)
        .ifPresent(m -> json.put("role", m.role().text()).set("read", m.read().json()));
    if (direct()) {
      people.forEach(json.putArray("people")::add);
    }
    return json;
  }
}
