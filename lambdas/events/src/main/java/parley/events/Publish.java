package parley.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.kernel.Json;
import parley.kernel.LogRecord;

/**
 * Puts the log's new entries on the bus, as events. At least once, and in a room's order as far as
 * the bus keeps it: an event has its entry's number.
 *
 * @param bus where they go
 */
record Publish(Bus bus) {

  /** Publishes Lambda's event of the log's stream, up to the first record that it cannot. */
  Result publish(JsonNode event) {
    var published = 0;
    var records = new ArrayList<JsonNode>();
    event.path("Records").valueStream().filter(LogRecord::isNew).forEach(records::add);
    while (published < records.size()) {
      var next = records.subList(published, Math.min(published + Bus.MOST, records.size()));
      var events = readable(next);
      var taken = events.isEmpty() ? 0 : bus.put(events);
      published += taken;
      if (taken < next.size()) {
        return new Result(published, Optional.of(LogRecord.sequenceNumber(records.get(published))));
      }
    }
    return new Result(published, Optional.empty());
  }

  /** Those before the first that cannot be read. */
  private static List<Event> readable(List<JsonNode> records) {
    var events = new ArrayList<Event>();
    for (var record : records) {
      try {
        events.add(Event.of(LogRecord.of(record)));
      } catch (IllegalArgumentException | DateTimeException e) {
        System.err.println("a record is no entry's: " + e.getMessage());
        break;
      }
    }
    return events;
  }

  /**
   * What came of a batch.
   *
   * @param published how many
   * @param failedFrom the sequence number of the first record that was not published
   */
  record Result(int published, Optional<String> failedFrom) {

    /** What Lambda reads: it hands over again that record and all that follow. */
    JsonNode answer() {
      var answer = Json.object();
      var failures = answer.putArray("batchItemFailures");
      failedFrom.ifPresent(number -> failures.addObject().put("itemIdentifier", number));
      return answer;
    }
  }
}
