package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

/** The functions of other services, in memory: a log of each room, and who is in it. */
final class FakeRooms {

  /** The entries of all rooms, in order. */
  final List<JsonNode> log = new ArrayList<>();

  private final Map<String, Integer> written = new LinkedHashMap<>();

  /** How many of the next posts are refused since the room is busy. */
  int busy;

  /** Runs before the next post is done. */
  Runnable before = () -> {};

  /** As messages' PostMessage. */
  Reply post(Request request) {
    var todo = before;
    before = () -> {};
    todo.run();
    if (busy > 0) {
      busy--;
      return Reply.refused(new Refusal(429, "busy", "later"));
    }
    var body = request.body();
    if (!body.path("room").asText().startsWith("room")) {
      return Reply.refused(Refusal.notFound("room"));
    }
    var seq =
        written.computeIfAbsent(
            body.path("app").asText() + " " + body.path("id").asText(),
            _ -> {
              log.add(body);
              return log.size();
            });
    return Reply.created(Json.object().put("seq", seq));
  }

  /** As rooms' DescribeRoom: ada owns every room, and grace is a member. */
  Reply describe(Request request) {
    var json = Json.object().put("name", "Tea");
    var user = request.body().path("user").asText("");
    if (!user.isEmpty()) {
      var roles = Map.of("ada", "owner", "grace", "member");
      return Reply.ok(json.put("role", roles.getOrDefault(user, "")));
    }
    var members = json.putArray("members");
    members.addObject().put("user", "ada").put("role", "owner");
    members.addObject().put("user", "grace").put("role", "member");
    return Reply.ok(json);
  }

  /** As identity's ReadProfile. */
  Reply profiles(Request request) {
    var json = Json.object();
    var list = json.putArray("profiles");
    request
        .body()
        .path("users")
        .forEach(
            user ->
                list.addObject()
                    .put("user", user.asText())
                    .put("name", user.asText().toUpperCase(java.util.Locale.ROOT))
                    .put("color", "violet"));
    return Reply.ok(json);
  }

  /** What a reader of the rooms sees, a line each. */
  List<String> seen() {
    var seen = new LinkedHashMap<Integer, String>();
    for (var i = 0; i < log.size(); i++) {
      var entry = log.get(i);
      var target = entry.path("target").asInt();
      switch (entry.path("kind").asText("message")) {
        case "edit" -> seen.computeIfPresent(target, (_, was) -> from(was) + text(entry));
        case "deletion" -> seen.remove(target);
        default -> seen.put(i + 1, entry.path("from").asText() + ": " + text(entry));
      }
    }
    return List.copyOf(seen.values());
  }

  private static String from(String line) {
    return line.substring(0, line.indexOf(": ") + 2);
  }

  private static String text(JsonNode entry) {
    return entry.path("text").asText();
  }
}
