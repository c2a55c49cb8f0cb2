package parley.tests.permissions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import parley.local.iam.Grant;
import parley.tests.twin.Patience;
import parley.tests.twin.RunningTwin;

/**
 * What the twin that runs says that it denied.
 *
 * @param before how many lines were printed before
 * @param action which is denied; "" is any
 */
record Denials(int before, String action) {

  static final long POLL_NANOS = 50_000_000;

  /** What a test led to goes on behind it, as deliveries do. */
  private static final long TO_BE_PRINTED_NANOS = 1_500_000_000;

  /** All of this twin's. */
  static Denials sinceTheStart() {
    return new Denials(0, "");
  }

  /** Those of a grant's action since the grant was taken away, which the twin says as well. */
  static Denials without(Grant grant) {
    var said = "faults: without the grant " + grant;
    return new Denials(
        Patience.await(said, () -> Optional.of(printed().lastIndexOf(said)).filter(at -> at >= 0)),
        grant.action());
  }

  boolean areThere() {
    return printed().stream()
        .skip(before)
        .anyMatch(line -> line.startsWith("denied: ") && line.contains(action));
  }

  /** The same, or whether they are there in a moment. */
  boolean come() {
    var until = System.nanoTime() + TO_BE_PRINTED_NANOS;
    while (System.nanoTime() < until) {
      if (areThere()) {
        return true;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return false;
  }

  private static List<String> printed() {
    try {
      return Files.readAllLines(RunningTwin.OUTPUT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
