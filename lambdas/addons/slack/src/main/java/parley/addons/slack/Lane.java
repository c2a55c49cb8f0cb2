package parley.addons.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import parley.outside.Rows;

/** Lets one function at a time send what a room has for its channel. */
record Lane(Rows rows, Clock clock) {

  /** Longer than the function lives: who is still in it then is dead. */
  private static final Duration HELD = Duration.ofSeconds(90);

  /**
   * Who is in the lane.
   *
   * @param holder "" for nobody
   * @param until the second of the epoch after which the holder is dead
   * @param next the millisecond of the epoch before which Slack wants nothing more
   */
  record Turn(String holder, long until, long next) {}

  /** From when on Slack may be asked, where this holder is in the lane now. */
  Optional<Instant> enter(String room, String holder) {
    var now = clock.instant().getEpochSecond();
    var row = rows.read(Links.room(room), "lane");
    var turn = row.exists() ? row.as(Turn.class) : new Turn("", 0, 0);
    if (!turn.holder().isEmpty() && turn.until() > now) {
      return Optional.empty();
    }
    return rows.write(row.holding(new Turn(holder, now + HELD.toSeconds(), turn.next())))
        ? Optional.of(Instant.ofEpochMilli(turn.next()))
        : Optional.empty();
  }

  /** Leaves it, if this holder is still in it. */
  void leave(String room, String holder, Instant next) {
    var row = rows.read(Links.room(room), "lane");
    if (row.exists() && row.as(Turn.class).holder().equals(holder)) {
      // Somebody who changed it in between has found the holder dead.
      var _ = rows.write(row.holding(new Turn("", 0, next.toEpochMilli())));
    }
  }
}
