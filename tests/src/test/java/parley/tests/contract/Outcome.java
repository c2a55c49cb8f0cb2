package parley.tests.contract;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.tests.cloud.Fault;
import parley.tests.history.Anomaly;

/**
 * What came of a trial.
 *
 * @param again bin/prove's options, besides the seed, that repeat it
 * @param acked messages that were acked
 * @param received entries that came to clients, by frames and syncs
 * @param surprises what went wrong that was not planned and is no anomaly
 */
record Outcome(
    long seed,
    String again,
    long acked,
    long received,
    Map<Fault, Long> faults,
    List<Anomaly> anomalies,
    List<String> surprises,
    Duration duration) {

  /** True where nothing was wrong. */
  boolean isRight() {
    return anomalies.isEmpty() && surprises.isEmpty();
  }

  /** How many faults happened. */
  long faultsInAll() {
    return faults.values().stream().mapToLong(Long::longValue).sum();
  }

  /** A summary for a person, with the command that repeats it. */
  @Override
  public String toString() {
    var counts =
        faults.entrySet().stream()
            .map(fault -> "  %-24s %,9d".formatted(fault.getKey(), fault.getValue()))
            .collect(Collectors.joining("\n"));
    var wrong =
        anomalies.stream().limit(10).map(a -> "\n" + a).collect(Collectors.joining())
            + surprises.stream().limit(10).map(s -> "\n" + s).collect(Collectors.joining());
    return """
        seed %d: %,d messages acked, %,d entries received, %,d faults of %d kinds, %d anomalies, %d surprises, %.1f s
        %s
        again: bin/prove --seed %d %s%s"""
        .formatted(
            seed,
            acked,
            received,
            faultsInAll(),
            faults.size(),
            anomalies.size(),
            surprises.size(),
            duration.toMillis() / 1e3,
            counts,
            seed,
            again,
            wrong);
  }
}
