package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Set;
import parley.kernel.Json;

/**
 * Reads one record of the log's change stream: the new image's attributes are the entry's members,
 * by the same names. Text, numbers and booleans are taken over; whatever else an item may hold is
 * not part of a new entry.
 */
final class StreamRecord {

  /** Changes that give the person concerned a room, or another part in it. */
  private static final Set<String> NEWS = Set.of("added", "joined", "role");

  private StreamRecord() {}

  /** The entry. Throws {@link IllegalArgumentException} where the record is not one of a log. */
  static Entry entry(JsonNode record) {
    var entry = Json.object();
    record
        .path("dynamodb")
        .path("NewImage")
        .propertyStream()
        .forEach(attribute -> take(entry, attribute.getKey(), attribute.getValue()));
    var room = entry.path("room").asText("");
    var seq = entry.path("seq");
    var numbered = seq.isIntegralNumber() && seq.asLong() >= 1;
    if (room.isEmpty() || !numbered || !entry.path("kind").isTextual()) {
      throw new IllegalArgumentException("a log's record has a room, a seq from 1 and a kind");
    }
    return new Entry(sequenceNumber(record), room, newcomer(entry), Json.write(entry));
  }

  /** The record's place in the stream. */
  static String sequenceNumber(JsonNode record) {
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

  private static String newcomer(ObjectNode entry) {
    return entry.path("kind").asText().equals("membership")
            && NEWS.contains(entry.path("change").asText(""))
        ? entry.path("user").asText("")
        : "";
  }
}
