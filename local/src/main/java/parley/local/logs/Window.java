package parley.local.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import parley.local.aws.AwsError;

/**
 * Which events a call asks for, and how many it gets at once.
 *
 * @param start the earliest time, in milliseconds
 * @param end the time before which they are
 * @param limit the most of one answer
 */
record Window(long start, long end, int limit) {

  /** GetLogEvents' and FilterLogEvents' quota. */
  private static final int MOST = 10_000;

  /** The quota of one answer: 1 MB, with this much counted for each event beside its text. */
  private static final long BYTES = 1 << 20;

  private static final int OVERHEAD = 26;

  static Window of(JsonNode input) throws AwsError {
    var limit = input.path("limit").asInt(MOST);
    if (limit < 1 || limit > MOST) {
      throw new AwsError(
          "InvalidParameterException", "limit is %d: 1 to %d are allowed".formatted(limit, MOST));
    }
    return new Window(
        input.path("startTime").asLong(0), input.path("endTime").asLong(Long.MAX_VALUE), limit);
  }

  boolean has(Event event) {
    return event.timestamp() >= start && event.timestamp() < end;
  }

  /** As many of the first ones as one answer takes. */
  List<Event> first(List<Event> events) {
    var bytes = 0L;
    var count = 0;
    while (count < Math.min(limit, events.size())) {
      bytes += events.get(count).message().length() + OVERHEAD;
      if (bytes > BYTES && count > 0) {
        break;
      }
      count++;
    }
    return events.subList(0, count);
  }

  /** As many of the last ones as one answer takes. */
  List<Event> last(List<Event> events) {
    var count = first(events.reversed()).size();
    return events.subList(events.size() - count, events.size());
  }
}
