package parley.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

/** The log's side of a change of membership: each change once, at a position of its room. */
final class FakeLog implements Peer {

  /** What happened, such as {@code "added u2 as member by u1"}, in order. */
  final List<String> entries = new ArrayList<>();

  /** The same by room. */
  final Map<String, List<String>> byRoom = new TreeMap<>();

  private final Map<String, Mark> done = new HashMap<>();
  private final Map<String, Long> tails = new HashMap<>();
  private final Steps steps;
  boolean busy;

  FakeLog(Steps steps) {
    this.steps = steps;
  }

  /** That so many messages were sent in a room. */
  void grow(String room, long messages) {
    tails.merge(room, messages, Long::sum);
  }

  @Override
  public Reply ask(Request request) {
    steps.next();
    if (busy) {
      return Reply.refused(new Refusal(429, "busy", "the room is busy"));
    }
    var body = request.body();
    var mark =
        done.computeIfAbsent(
            body.get("changeId").textValue(),
            _ -> {
              var room = body.get("room").textValue();
              entries.add(entry(body));
              byRoom.computeIfAbsent(room, _ -> new ArrayList<>()).add(entry(body));
              var seq = tails.merge(room, 1L, Long::sum);
              return new Mark(seq, seq / 2);
            });
    steps.next();
    return Reply.ok(Json.object().put("seq", mark.seq()).put("messages", mark.messages()));
  }

  private static String entry(ObjectNode body) {
    return "%s %s as %s by %s"
        .formatted(
            body.get("change").textValue(),
            body.get("user").textValue(),
            body.get("role").textValue(),
            body.get("by").textValue());
  }
}
