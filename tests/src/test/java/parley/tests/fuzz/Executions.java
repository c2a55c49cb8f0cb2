package parley.tests.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs something very often, each time with other input that follows from one number. {@code
 * -Dfuzz.seed} is that number, {@code -Dfuzz.times} multiplies how often.
 */
final class Executions {

  private static final long SEED = Long.getLong("fuzz.seed", 1);
  private static final int TIMES = Integer.getInteger("fuzz.times", 1);

  private Executions() {}

  /** What is tried, with an input out of these random numbers. */
  @FunctionalInterface
  interface Trial {
    void run(Hostile hostile) throws Exception;
  }

  /** Runs it so often, so many at a time; fails with the first that does, and how to repeat it. */
  static void run(String name, int executions, int abreast, Trial trial) throws Exception {
    var begin = System.nanoTime();
    var all = executions * TIMES;
    try (var threads = Executors.newFixedThreadPool(abreast)) {
      var running = new ArrayList<Future<?>>();
      for (var lane = 0; lane < abreast; lane++) {
        var first = lane;
        running.add(
            threads.submit(
                () -> {
                  for (var i = first; i < all; i += abreast) {
                    one(name, i, trial);
                  }
                  return null;
                }));
      }
      for (var lane : running) {
        lane.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    System.out.printf(
        "fuzz: %s: %d executions, seed %d, %.1f s%n", name, all, SEED, took.toMillis() / 1000.0);
  }

  private static void one(String name, int number, Trial trial) {
    try {
      trial.run(new Hostile(random(SEED * 1_000_003 + number)));
    } catch (Exception | AssertionError e) {
      throw new AssertionError(
          "execution %d of \"%s\" with -Dfuzz.seed=%d: %s"
              .formatted(number, name, SEED, e.getMessage()),
          e);
    }
  }

  private static RandomGenerator random(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
