package parley.tests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries again, as clients do, and not for ever. */
final class Tries {

  /** More than any schedule of faults needs: a client that needs more goes round in circles. */
  static final int MOST = 200;

  private Tries() {}

  /** Asks until there is an answer that is no "later". */
  static JsonNode until(Supplier<@Nullable JsonNode> attempt) {
    for (var tried = 0; tried < MOST; tried++) {
      var answer = attempt.get();
      if (answer != null && !isLater(answer)) {
        return answer;
      }
      pause(tried);
    }
    throw new IllegalStateException("there was no answer after %d tries".formatted(MOST));
  }

  static <T> @Nullable T once(Supplier<@Nullable T> attempt) {
    return attempt.get();
  }

  /** True where the answer is to send the same again in a moment. */
  static boolean isLater(JsonNode answer) {
    return answer.path("status").asInt() == 429 || answer.path("status").asInt() >= 500;
  }

  static void pause(int tried) {
    if (tried > 2) {
      LockSupport.parkNanos(1_000_000L * Math.min(tried, 50));
    }
  }
}
