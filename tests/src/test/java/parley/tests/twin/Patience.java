package parley.tests.twin;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** How tests wait for what has to come: for long, since a busy machine is slow. */
public final class Patience {

  private static final Duration USUAL = Duration.ofSeconds(150);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private static volatile Duration patience = USUAL;

  private Patience() {}

  /** How long a test waits for one thing. */
  static Duration patience() {
    return patience;
  }

  /**
   * Makes tests wait so long and no longer, also those that wait now, where they are meant to fail.
   */
  public static void set(Duration time) {
    patience = time;
  }

  /**
   * What is looked for, once it is there.
   *
   * @param what to say that there was none
   */
  public static <T> T await(String what, Supplier<Optional<T>> look) {
    var began = System.nanoTime();
    while (true) {
      var found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() - began > patience().toNanos()) {
        throw new AssertionError("not within %d s: %s".formatted(patience().toSeconds(), what));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      if (Thread.interrupted()) {
        throw new IllegalStateException("was told to stop waiting: " + what);
      }
    }
  }

  /** Returns once it is so. */
  static void awaitTrue(String what, BooleanSupplier look) {
    var _ = await(what, () -> look.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }
}
