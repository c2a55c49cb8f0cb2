package parley.tests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The members of a frame, a body or a record, of which some are not as they should be: in their
 * order, each as JSON, perhaps with a name twice.
 */
final class Members {

  private final List<String> members = new ArrayList<>();

  private Members() {}

  /** What an action takes in a room, spoilt. */
  static Members spoilt(Hostile hostile, String room, long seq) {
    var good =
        List.of(
            Map.entry("room", quoted(room)),
            Map.entry("seq", Long.toString(seq)),
            Map.entry("clientId", quoted(UUID.randomUUID().toString())),
            Map.entry("after", "1"),
            Map.entry("text", quoted("hello")),
            Map.entry("emoji", quoted("👍")),
            Map.entry("on", "true"),
            Map.entry("rooms", "[%s]".formatted(quoted(room))),
            Map.entry("name", quoted("A name")),
            Map.entry("topic", quoted("A topic")),
            Map.entry("visibility", quoted("private")),
            Map.entry("role", quoted("member")),
            Map.entry("color", quoted("teal")),
            Map.entry("messages", "1"),
            Map.entry("scope", quoted("mine")));
    var spoilt = new Members();
    for (var member : good) {
      spoilt.add(member, hostile);
    }
    return spoilt;
  }

  /** Mostly as it is; else missing, of another value, or there twice. */
  private void add(Map.Entry<String, String> member, Hostile hostile) {
    if (hostile.once(40)) {
      return;
    }
    var value = hostile.once(8) ? hostile.json() : member.getValue();
    with(member.getKey(), value);
    if (hostile.once(40)) {
      with(member.getKey(), hostile.json());
    }
  }

  /** And this one, behind the others. */
  Members with(String name, String json) {
    members.add("%s:%s".formatted(quoted(name), json));
    return this;
  }

  /** The object. */
  String json() {
    return "{" + String.join(",", members) + "}";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }
}
