package parley.local.journal;

import java.time.Duration;
import java.time.Instant;
import parley.local.iam.Decision;

/** One thing that happened on a request's way. */
public sealed interface Step {

  /** When; of what takes time, when it began. */
  Instant at();

  /** Whether it is something that a person looks for: a refusal, a denial, a failure. */
  boolean isProblem();

  /**
   * Something passed by.
   *
   * @param what such as {@code body} or {@code mapped request}
   */
  record Passed(Instant at, String what, Text text) implements Step {
    @Override
    public boolean isProblem() {
      return false;
    }
  }

  /**
   * A gateway, a service or the twin said no.
   *
   * @param code the kind of refusal, such as {@code UNAUTHORIZED}
   * @param message in the words of the one who said no
   */
  record Refused(Instant at, String code, String message) implements Step {
    @Override
    public boolean isProblem() {
      return true;
    }
  }

  /** A permission was asked for. */
  record Decided(Instant at, Decision decision) implements Step {
    @Override
    public boolean isProblem() {
      return !decision.allowed();
    }
  }

  /**
   * A function ran.
   *
   * @param requestId Lambda's id of the invocation
   * @param function its logical id
   * @param took from the event to the answer, the wait for an environment included
   * @param failed whether it threw, timed out or did not start
   * @param trail what passed, and what it called meanwhile
   */
  record Invoked(
      Instant at, String requestId, String function, Duration took, boolean failed, Trail trail)
      implements Step {
    @Override
    public boolean isProblem() {
      return failed;
    }
  }

  /**
   * AWS was called.
   *
   * @param caller the function's logical id, or who else it was
   * @param service the signing name
   * @param operation such as {@code PutItem}
   * @param status the answer's HTTP status
   * @param trail what was sent, decided and answered
   */
  record Called(
      Instant at,
      String caller,
      String service,
      String operation,
      Duration took,
      int status,
      Trail trail)
      implements Step {
    @Override
    public boolean isProblem() {
      return status >= 400;
    }
  }
}
