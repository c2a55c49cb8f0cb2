package parley.messages;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/** Times as they are written everywhere: ISO 8601 in UTC with milliseconds. */
final class Timestamp {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Timestamp() {}

  static String format(Instant time) {
    return FORMAT.format(time);
  }
}
