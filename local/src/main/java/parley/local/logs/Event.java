package parley.local.logs;

import java.util.Comparator;

/**
 * One line of a log.
 *
 * @param stream the stream's name
 * @param index its place in the stream, from 0
 * @param timestamp in milliseconds since 1970
 * @param message without the line's end
 */
record Event(String stream, int index, long timestamp, String message) {

  /** By time; what has the same by stream, and there in the order of writing. */
  static final Comparator<Event> ORDER =
      Comparator.comparingLong(Event::timestamp)
          .thenComparing(Event::stream)
          .thenComparingInt(Event::index);

  /** The same at every reading, of no other event of the group, and in their order. */
  String id() {
    return "%020d/%s/%010d".formatted(timestamp, stream, index);
  }
}
