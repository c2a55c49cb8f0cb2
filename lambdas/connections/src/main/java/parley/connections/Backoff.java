package parley.connections;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries again, a bounded number of times, after a random part of a pause that doubles ("full
 * jitter"). Safe for many threads.
 *
 * @param attempts how often in all, from 1
 * @param first the longest first pause
 * @param longest the longest pause of all
 */
record Backoff(
    int attempts, Duration first, Duration longest, RandomGenerator random, Pause pause) {

  /** Waits, in tests not at all. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration duration);
  }

  /** Four attempts within 0.7 s of pauses, of chance that two restored snapshots do not share. */
  static Backoff ofProcess() {
    return new Backoff(
        4, Duration.ofMillis(100), Duration.ofMillis(800), new SecureRandom(), Backoff::sleep);
  }

  /** The first result that need not be tried again, or else the last. */
  <T> T until(Supplier<T> attempt, Predicate<T> again) {
    var ceiling = first;
    for (var made = 1; ; made++) {
      var result = attempt.get();
      if (made == attempts || !again.test(result)) {
        return result;
      }
      pause.sleep(Duration.ofNanos(random.nextLong(ceiling.toNanos() + 1)));
      ceiling = ceiling.multipliedBy(2).compareTo(longest) < 0 ? ceiling.multipliedBy(2) : longest;
    }
  }

  private static void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting to try again", e);
    }
  }
}
