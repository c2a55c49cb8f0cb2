package parley.addons.triggers.webhooks;

import java.time.Duration;
import java.util.List;

/**
 * How long an event waits until it is tried again: a moment at first, hours in the end, about a day
 * in all. The queue gives it up after the tenth try.
 */
final class Pauses {

  private static final List<Duration> AFTER =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofHours(8));

  private Pauses() {}

  /**
   * The pause after a try; after the last one a moment, since the queue gives up what is asked for
   * again.
   *
   * @param tries how often it was tried, from 1
   */
  static Duration after(int tries) {
    return tries <= AFTER.size() ? AFTER.get(Math.max(tries, 1) - 1) : AFTER.getFirst();
  }
}
