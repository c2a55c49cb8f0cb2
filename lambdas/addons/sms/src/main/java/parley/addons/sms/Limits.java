package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import parley.outside.Row;
import parley.outside.Rows;

/** Counts what may be done so often and no more. */
record Limits(Rows rows, Clock clock) {

  private static final int TRIES = 8;

  record Count(int count) {}

  /**
   * Counts one more.
   *
   * @param of whose it is
   * @param what it is
   * @param after counted from the first, after which it begins anew
   * @return how many there are now; empty where there are so many already
   */
  OptionalInt take(String of, String what, int most, Duration after) {
    return takeWith(of, what, most, after, List.of());
  }

  /**
   * Counts one more as {@link #take} does, and writes other rows with it, all or nothing. Throws
   * where one of those was changed by others.
   */
  OptionalInt takeWith(String of, String what, int most, Duration after, List<Row> others) {
    for (var tries = 0; tries < TRIES; tries++) {
      var row = rows.read(of, what);
      var running = row.exists() && clock.instant().isBefore(row.expires());
      var count = running ? row.as(Count.class).count() : 0;
      if (count >= most) {
        return OptionalInt.empty();
      }
      var end = running ? row.expires() : clock.instant().plus(after);
      var writes = new ArrayList<>(others);
      writes.add(row.holding(new Count(count + 1)).until(end));
      if (rows.change(writes, List.of())) {
        return OptionalInt.of(count + 1);
      }
    }
    throw new IllegalStateException("a count, or what goes with it, is changed by others");
  }

  /** How many there are. */
  int count(String of, String what) {
    var row = rows.read(of, what);
    return row.exists() && clock.instant().isBefore(row.expires())
        ? row.as(Count.class).count()
        : 0;
  }
}
