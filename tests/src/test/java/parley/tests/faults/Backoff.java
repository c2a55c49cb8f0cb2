package parley.tests.faults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The pauses of one who tries again: exponential with full jitter, as the web client's but shorter.
 */
final class Backoff {

  private static final Duration FIRST = Duration.ofMillis(60);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private int failures;

  void pause() throws InterruptedException {
    var longest = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures++, 6));
    Thread.sleep(ThreadLocalRandom.current().nextLong(longest + 1));
  }

  void succeeded() {
    failures = 0;
  }
}
