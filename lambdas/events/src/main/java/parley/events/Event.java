package parley.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import parley.kernel.Json;
import parley.kernel.LogRecord;

/**
 * Something that happened in a room.
 *
 * @param type what did: {@code message.posted}, {@code member.joined}, …
 * @param time when
 * @param detail the entry that stands in the log, with the form's version
 */
record Event(String type, Instant time, String detail) {

  /** Of the form of {@link #detail}; a consumer is promised that members are only added to it. */
  private static final int VERSION = 1;

  /** The event of a new entry. Throws {@link IllegalArgumentException} where it is of no kind. */
  static Event of(LogRecord record) {
    var entry = record.entry();
    var detail = Json.object().put("version", VERSION);
    detail.setAll(entry);
    return new Event(type(entry), Instant.parse(entry.path("time").asText()), Json.write(detail));
  }

  private static String type(JsonNode entry) {
    var kind = entry.path("kind").asText();
    return switch (kind) {
      case "message" -> "message.posted";
      case "edit" -> "message.edited";
      case "deletion" -> "message.deleted";
      case "reaction" -> entry.path("on").asBoolean() ? "reaction.added" : "reaction.removed";
      case "membership" -> "member." + entry.path("change").asText();
      default -> throw new IllegalArgumentException("an entry of the kind " + kind);
    };
  }
}
