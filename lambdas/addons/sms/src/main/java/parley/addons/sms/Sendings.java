package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import parley.outside.Row;
import parley.outside.Rows;

/**
 * What is known of each SMS that was sent, or is about to be.
 *
 * <pre>
 *   absent ──► TRYING ──► TAKEN ──► DELIVERED or FAILED
 *      │          └─────► FAILED
 *      └────────────────► FAILED
 * </pre>
 *
 * Twilio offers nothing by which a request could be repeated safely: so it is noted first that it
 * is tried, and the note is what a later try, and Twilio's word on what became of it, go by. It is
 * written on the row by which it was judged that it may be tried: of two who judge the same, one
 * tries.
 */
record Sendings(Rows rows, Clock clock) {

  /** Longer than Twilio tells what became of an SMS, or anything is tried again. */
  private static final Duration KNOWN = Duration.ofDays(7);

  /** Within that, whoever tries is still at it. */
  private static final Duration UNDER_WAY = Duration.ofMinutes(2);

  private static final String STATE = "state";
  private static final Set<String> DELIVERED = Set.of("delivered", "read");
  private static final Set<String> FAILED = Set.of("failed", "undelivered", "canceled");

  /** How far one is. */
  enum State {
    TRYING,
    TAKEN,
    DELIVERED,
    FAILED;

    boolean over() {
      return this == DELIVERED || this == FAILED;
    }
  }

  /**
   * One.
   *
   * @param sid Twilio's id of it; "" where it is not known
   * @param at the second of its last change
   */
  record Sending(State state, String sid, long at) {}

  /**
   * The row of one that may be tried: not there where nobody has tried, and there where somebody
   * has and does not know what came of it. Empty where there is nothing to do any more; throws
   * where it is being tried at this moment.
   */
  Optional<Row> find(String id) {
    var row = row(id);
    if (!row.exists()) {
      return Optional.of(row);
    }
    var sending = row.as(Sending.class);
    if (sending.state() != State.TRYING) {
      return Optional.empty();
    }
    if (clock.instant().isBefore(Instant.ofEpochSecond(sending.at()).plus(UNDER_WAY))) {
      throw new IllegalStateException("an SMS is being sent by another");
    }
    return Optional.of(row);
  }

  /** The row that was found, about to note that it is tried now. */
  Row trying(Row found) {
    return holding(found, State.TRYING, "");
  }

  /** Notes that it is tried again now. Throws where it was changed since it was found. */
  void again(Row found) {
    claim(trying(found));
  }

  /** Notes that it is not sent at all. Throws where it was changed since it was found. */
  void never(Row found) {
    claim(holding(found, State.FAILED, ""));
  }

  /** Notes that it was not taken, so that it may be tried again at once. */
  void notTaken(String id) {
    var row = row(id);
    if (row.as(Sending.class).state() == State.TRYING) {
      var then = clock.instant().minus(UNDER_WAY).getEpochSecond();
      var _ = rows.write(row.holding(new Sending(State.TRYING, "", then)));
    }
  }

  /**
   * Notes what is known of it now. What Twilio says may come in any order, and more than once.
   *
   * @return whether it was not over before, and is now
   */
  boolean note(String id, State state, String sid) {
    for (var tries = 0; tries < 5; tries++) {
      var row = row(id);
      if (!row.exists()) {
        return false;
      }
      var known = row.as(Sending.class).state();
      if (known.over() || (known == state)) {
        return false;
      }
      if (rows.write(holding(row, state, sid))) {
        return state.over();
      }
    }
    throw new IllegalStateException("an SMS is changed by others all the time");
  }

  /** What Twilio's word for it means. */
  static State of(String status) {
    return DELIVERED.contains(status)
        ? State.DELIVERED
        : FAILED.contains(status) ? State.FAILED : State.TAKEN;
  }

  private void claim(Row row) {
    if (!rows.write(row)) {
      throw new IllegalStateException("an SMS is being sent by another");
    }
  }

  private Row holding(Row row, State state, String sid) {
    var now = clock.instant();
    return row.holding(new Sending(state, sid, now.getEpochSecond())).until(now.plus(KNOWN));
  }

  private Row row(String id) {
    return rows.read("sent#" + id, STATE);
  }
}
