package parley.tests.cloud;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is to go wrong in one invocation: one fault at most, at the call of that number or at the
 * first one after it where it can happen.
 */
public final class Plan {

  private static final List<Fault> OF_INVOCATIONS =
      Arrays.stream(Fault.values())
          .filter(
              fault ->
                  switch (fault.site()) {
                    case CALL, DYNAMO, PEER, POST, INVOCATION -> true;
                    case BATCH, FRAME, CLIENT -> false;
                  })
          .toList();
  private static final int CALLS = 4;

  private final @Nullable Fault fault;
  private final int call;
  private final SplittableRandom pauses;
  private final AtomicBoolean used = new AtomicBoolean();

  private Plan(@Nullable Fault fault, int call, SplittableRandom pauses) {
    this.fault = fault;
    this.call = call;
    this.pauses = pauses;
  }

  /** Nothing goes wrong. */
  public static Plan none() {
    return new Plan(null, 0, new SplittableRandom(0));
  }

  /** That one, at its first call. */
  public static Plan of(Fault fault) {
    return new Plan(fault, 0, new SplittableRandom(0));
  }

  /** With a fault in so many of 1,000 invocations. */
  public static Plan by(SplittableRandom random, int perMille) {
    var faulty = random.nextInt(1000) < perMille;
    var fault = Chance.oneOf(OF_INVOCATIONS, random);
    return new Plan(faulty ? fault : null, random.nextInt(CALLS), random.split());
  }

  /** The fault of an invocation's call, if it is now; each happens once. */
  @Nullable Fault at(int number, Fault.Site site) {
    var fits =
        fault != null
            && number >= call
            && (fault.site() == site || fault.site() == Fault.Site.CALL);
    return fits && used.compareAndSet(false, true) ? fault : null;
  }

  /** Gives a fault back that could not happen at this call. */
  void notNow() {
    used.set(false);
  }

  /** True where the function ends before it answers. */
  boolean endsBeforeAnswer() {
    return fault == Fault.KILLED_BEFORE_ANSWER && used.compareAndSet(false, true);
  }

  /** A number of chance below that, for what happens around calls. */
  int below(int bound) {
    synchronized (pauses) {
      return pauses.nextInt(bound);
    }
  }
}
