package parley.local.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be turned forward. Safe for many threads. */
final class TurnedForward extends Clock {

  private final Clock real;
  private volatile Duration by = Duration.ZERO;

  TurnedForward(Clock real) {
    this.real = real;
  }

  /** How far it is ahead. */
  Duration by() {
    return by;
  }

  synchronized void forward(Duration more) {
    by = by.plus(more);
  }

  @Override
  public Instant instant() {
    return real.instant().plus(by);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return offset(real.withZone(zone), by);
  }
}
