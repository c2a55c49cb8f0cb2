package parley.tests.cloud;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One run of a function, over all of its threads: what is planned for it, and whether it ended. */
public final class Invocation {

  /** Virtual threads inherit it, as the functions start them. */
  private static final InheritableThreadLocal<@Nullable Invocation> CURRENT =
      new InheritableThreadLocal<>();

  private static final Invocation OUTSIDE = new Invocation("", Plan.none());

  private final String function;
  private final Plan plan;
  private final AtomicInteger calls = new AtomicInteger();
  private volatile boolean killed;

  private Invocation(String function, Plan plan) {
    this.function = function;
    this.plan = plan;
  }

  /** The one that this thread works for; outside of all functions, one without faults. */
  public static Invocation current() {
    var current = CURRENT.get();
    return current == null ? OUTSIDE : current;
  }

  /** Runs a function's work; throws {@link Killed} where it ended before its answer. */
  static <T> T run(String function, Plan plan, Toll toll, Work<T> work) throws Exception {
    var outer = CURRENT.get();
    var inner = new Invocation(function, plan);
    CURRENT.set(inner);
    try {
      var answer = work.done();
      if (plan.endsBeforeAnswer()) {
        toll.take(Fault.KILLED_BEFORE_ANSWER);
        throw new Killed();
      }
      return answer;
    } finally {
      CURRENT.set(outer);
      if (inner.killed) {
        throw new Killed();
      }
    }
  }

  /** What a function does. */
  @FunctionalInterface
  interface Work<T> {
    T done() throws Exception;
  }

  /** Such as {@code SendMessage}; empty outside of all functions. */
  public String function() {
    return function;
  }

  Plan plan() {
    return plan;
  }

  /** Counts a call, from 0, and lets others go first now and then. Throws where it has ended. */
  int next() {
    if (killed) {
      throw new Killed();
    }
    if (this == OUTSIDE) {
      return 0;
    }
    if (plan.below(8) == 0) {
      Thread.yield();
    } else if (plan.below(50) == 0) {
      LockSupport.parkNanos(1_000_000);
    }
    return calls.getAndIncrement();
  }

  /** Ends it: none of its threads makes another call. */
  Killed kill() {
    killed = true;
    return new Killed();
  }
}
