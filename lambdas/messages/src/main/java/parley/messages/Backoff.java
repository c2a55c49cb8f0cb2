package parley.messages;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a writer that lost a position waits before it tries the next one. */
@FunctionalInterface
interface Backoff {

  /** Waits after the given round, counted from 1. */
  void pause(int round);

  /**
   * Full jitter: any time between nothing and a bound that doubles from 20 ms to 320 ms, so that
   * writers who met once do not meet again.
   */
  static Backoff fullJitter(RandomGenerator random, Sleeper sleeper) {
    return round -> {
      var bound = 10L << Math.min(round, 5);
      try {
        sleeper.sleep(Duration.ofMillis(random.nextLong(bound + 1)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for the next round", e);
      }
    };
  }

  /** Lets time pass. */
  @FunctionalInterface
  interface Sleeper {

    /** Returns after that time. */
    void sleep(Duration time) throws InterruptedException;
  }
}
