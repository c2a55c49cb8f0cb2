package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.kernel.Json;
import parley.kernel.LogRecord;

/**
 * What one invocation is to deliver, in the stream's order.
 *
 * @param entries the new entries before the first record that could not be read
 * @param unreadable that record's sequence number
 */
record Batch(List<Entry> entries, Optional<String> unreadable) {

  /** Changes that give the person concerned a room, or another part in it. */
  private static final Set<String> NEWS = Set.of("added", "joined", "role");

  /** Reads Lambda's event of a DynamoDB stream; only new items count. */
  static Batch of(JsonNode event) {
    var entries = new ArrayList<Entry>();
    for (var record : event.path("Records")) {
      if (!LogRecord.isNew(record)) {
        continue;
      }
      try {
        entries.add(entry(LogRecord.of(record)));
      } catch (IllegalArgumentException e) {
        return new Batch(entries, Optional.of(LogRecord.sequenceNumber(record)));
      }
    }
    return new Batch(entries, Optional.empty());
  }

  private static Entry entry(LogRecord record) {
    var entry = record.entry();
    return new Entry(
        record.sequenceNumber(), entry.path("room").asText(), newcomer(entry), Json.write(entry));
  }

  private static String newcomer(JsonNode entry) {
    return entry.path("kind").asText().equals("membership")
            && NEWS.contains(entry.path("change").asText(""))
        ? entry.path("user").asText("")
        : "";
  }
}
