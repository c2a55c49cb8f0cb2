package parley.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * A record of the change stream of the rooms' log: a new entry, which a table's item holds by the
 * names of the entry's members. Text, numbers and booleans are taken over; whatever else an item
 * may hold is not part of a new entry.
 *
 * @param sequenceNumber its place in the stream, by which Lambda is told where to begin again
 * @param entry the entry as clients read it
 */
public record LogRecord(String sequenceNumber, ObjectNode entry) {

  /**
   * Reads one as Lambda hands it over. Throws {@link IllegalArgumentException} where it is none of
   * a log: an entry has a room's id, a seq from 1 and a kind.
   */
  public static LogRecord of(JsonNode record) {
    var entry = Json.object();
    record
        .path("dynamodb")
        .path("NewImage")
        .propertyStream()
        .forEach(attribute -> take(entry, attribute.getKey(), attribute.getValue()));
    var seq = entry.path("seq");
    var numbered = seq.isIntegralNumber() && seq.asLong() >= 1;
    if (!Input.isId(entry.path("room")) || !numbered || !entry.path("kind").isTextual()) {
      throw new IllegalArgumentException("a log's record has a room's id, a seq from 1 and a kind");
    }
    return new LogRecord(sequenceNumber(record), entry);
  }

  /** Whether a record of the stream is of a new item. */
  public static boolean isNew(JsonNode record) {
    return record.path("eventName").asText().equals("INSERT");
  }

  /** The place in the stream of any record; "" where it has none. */
  public static String sequenceNumber(JsonNode record) {
    return record.path("dynamodb").path("SequenceNumber").asText("");
  }

  private static void take(ObjectNode entry, String name, JsonNode value) {
    if (value.path("S").isTextual()) {
      entry.put(name, value.get("S").textValue());
    } else if (value.path("N").isTextual()) {
      var number = new BigDecimal(value.get("N").textValue());
      if (number.stripTrailingZeros().scale() <= 0) {
        entry.put(name, number.toBigIntegerExact());
      } else {
        entry.put(name, number);
      }
    } else if (value.path("BOOL").isBoolean()) {
      entry.put(name, value.get("BOOL").booleanValue());
    }
  }
}
