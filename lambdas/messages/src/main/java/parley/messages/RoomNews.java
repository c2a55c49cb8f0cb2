package parley.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.kernel.Json;

/**
 * What is new in a room.
 *
 * @param tail where its log ends
 * @param entries from the wanted seq upward
 * @param more true where entries beyond these are there
 */
record RoomNews(String room, Position tail, List<Entry> entries, boolean more) {

  /** As many of the entries as have room in that many bytes; one may go over. */
  RoomNews cut(long bytes) {
    var kept = new ArrayList<Entry>();
    var left = bytes;
    for (var entry : entries) {
      if (left <= 0) {
        return new RoomNews(room, tail, kept, true);
      }
      kept.add(entry);
      left -= weight(entry);
    }
    return this;
  }

  /** About the bytes that the entries have as JSON; rather more than fewer. */
  long weight() {
    return entries.stream().mapToLong(RoomNews::weight).sum();
  }

  JsonNode json() {
    return Json.object()
        .put("room", room)
        .put("more", more)
        .<ObjectNode>set("tail", Json.tree(tail))
        .set("entries", EntryJson.of(entries));
  }

  private static long weight(@Nullable Origin origin) {
    return origin == null ? 0 : 3L * (origin.from().length() + origin.data().length());
  }

  private static long weight(Entry entry) {
    return 400
        + weight(entry.origin())
        + switch (entry.body()) {
          case Body.Message message -> 3L * message.text().length() + 140L * message.marks().size();
          case Body.Edit edit -> 3L * edit.text().length();
          case Body.Deletion _, Body.Reaction _, Body.Membership _ -> 0;
        };
  }
}
