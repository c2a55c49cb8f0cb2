package parley.tests.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * Measurements of one thing.
 *
 * @param sorted ascending, at least one
 */
record Samples(double[] sorted) {

  static Samples of(Collection<? extends Number> values) {
    return new Samples(values.stream().mapToDouble(Number::doubleValue).sorted().toArray());
  }

  /** Nanoseconds, as milliseconds. */
  static Samples ofNanos(long[] nanos) {
    return new Samples(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).sorted().toArray());
  }

  double median() {
    return at(0.5);
  }

  /** The smallest value that so large a share of all does not exceed. */
  double at(double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  double slowest() {
    return sorted[sorted.length - 1];
  }

  double fastest() {
    return sorted[0];
  }

  /** A figure as it stands in a table. */
  static String text(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
