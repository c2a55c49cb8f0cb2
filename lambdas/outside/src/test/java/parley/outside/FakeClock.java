package parley.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. */
public final class FakeClock extends Clock {

  Instant now = Instant.parse("2026-03-01T12:00:00Z");

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** Moves on to then, if that is to come. */
  public void until(Instant time) {
    now = now.isBefore(time) ? time : now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("there is one time");
  }
}
