package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import parley.outside.Row;
import parley.outside.Rows;

/** What came of each SMS that came, so that the same comes of it when Twilio tells of it again. */
record Seen(Rows rows, Clock clock) {

  /** As long as a message is known by its id. */
  private static final Duration KNOWN = Duration.ofDays(30);

  /**
   * What came of one.
   *
   * @param room in which it is written; "" where it is in none
   * @param user who sent it; "" where that is nobody's to say
   * @param answer what is answered; "" for nothing
   */
  record Outcome(String room, String user, String answer) {

    /** It is written nowhere. */
    static Outcome answer(String answer) {
      return new Outcome("", "", answer);
    }
  }

  /** What came of an SMS before. */
  Optional<Outcome> before(String sid) {
    var row = row(sid);
    return row.exists() ? Optional.of(row.as(Outcome.class)) : Optional.empty();
  }

  /** The row that notes what comes of it, to be written with what comes of it. */
  Row note(String sid, Outcome outcome) {
    return row(sid).holding(outcome).until(clock.instant().plus(KNOWN));
  }

  /** Notes what comes of it where that is all. Throws where it was noted by another meanwhile. */
  void keep(String sid, Outcome outcome) {
    if (!rows.write(note(sid, outcome))) {
      throw new IllegalStateException("an SMS is being taken by another");
    }
  }

  private Row row(String sid) {
    return rows.read("sid#" + sid, "seen");
  }
}
