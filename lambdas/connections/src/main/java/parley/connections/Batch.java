package parley.connections;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one invocation is to deliver, in the stream's order.
 *
 * @param entries the new entries before the first record that could not be read
 * @param unreadable that record's sequence number
 */
record Batch(List<Entry> entries, Optional<String> unreadable) {

  /** Reads Lambda's event of a DynamoDB stream; only new items count. */
  static Batch of(JsonNode event) {
    var entries = new ArrayList<Entry>();
    for (var record : event.path("Records")) {
      if (!record.path("eventName").asText().equals("INSERT")) {
        continue;
      }
      try {
        entries.add(StreamRecord.entry(record));
      } catch (IllegalArgumentException e) {
        return new Batch(entries, Optional.of(StreamRecord.sequenceNumber(record)));
      }
    }
    return new Batch(entries, Optional.empty());
  }
}
