package parley.messages;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import parley.kernel.Json;

/** Entries as clients get them. */
final class EntryJson {

  private EntryJson() {}

  /** A list of entries. */
  static ArrayNode of(List<Entry> entries) {
    var list = Json.MAPPER.createArrayNode();
    entries.forEach(entry -> list.add(of(entry)));
    return list;
  }

  /** One entry. */
  static ObjectNode of(Entry entry) {
    var json =
        Json.object()
            .put("room", entry.room())
            .put("seq", entry.seq())
            .put("messages", entry.messages())
            .put("kind", entry.body().kind())
            .put("sender", entry.sender())
            .put("clientId", entry.clientId())
            .put("time", Timestamp.format(entry.time()));
    if (entry.origin() instanceof Origin origin) {
      put(json, origin);
    }
    return switch (entry.body()) {
      case Body.Message message -> message(json, message);
      case Body.Edit(var target, var text) -> json.put("target", target).put("text", text);
      case Body.Deletion(var target) -> json.put("target", target);
      case Body.Reaction(var target, var emoji, var on) ->
          json.put("target", target).put("emoji", emoji).put("on", on);
      case Body.Membership(var user, var change, var role) ->
          json.put("user", user).put("change", change).put("role", role);
    };
  }

  private static void put(ObjectNode json, Origin origin) {
    json.put("app", origin.app());
    if (!origin.from().isEmpty()) {
      json.put("from", origin.from());
    }
    if (!origin.data().isEmpty()) {
      json.put("data", origin.data());
    }
  }

  /** Nothing is left of a deleted message but that it was. */
  private static ObjectNode message(ObjectNode json, Body.Message message) {
    if (message.deleted() instanceof Body.Deleted(var seq, var time, var by)) {
      return json.set("deleted", change(seq, time).put("by", by));
    }
    json.put("text", message.text());
    if (message.edited() instanceof Body.Edited(var seq, var time)) {
      json.set("edited", change(seq, time));
    }
    for (var mark : message.marks()) {
      if (mark.on()) {
        json.withObjectProperty("reactions").withArrayProperty(mark.emoji()).add(mark.user());
      }
    }
    return json;
  }

  private static ObjectNode change(long seq, Instant time) {
    return Json.object().put("seq", seq).put("time", Timestamp.format(time));
  }
}
