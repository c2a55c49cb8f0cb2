package parley.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs several actors one step at a time, in an order that a list of choices decides: the same
 * choices give the same run. A step is one operation of a store; between steps anything may happen.
 *
 * <p>A choice says which of the waiting actors goes on, and whether its function ends right before
 * or right after the operation. Where the choices are used up, the actors go on in turn.
 */
final class Steps {

  /** The function ended: nothing of it goes on, and its caller got no answer. */
  static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private static final ThreadLocal<Actor> SELF = new ThreadLocal<>();

  private final List<Integer> choices;
  private final List<Actor> actors = new ArrayList<>();
  private final Semaphore turn = new Semaphore(0);
  private int next;

  Steps(List<Integer> choices) {
    this.choices = choices;
  }

  /** Adds an actor, which starts when {@link #run} is called. */
  void actor(Runnable work) {
    actors.add(new Actor(work));
  }

  /** Runs all actors to their ends. */
  void run() throws InterruptedException {
    for (var actor : actors) {
      actor.start();
      turn.acquire();
    }
    for (var step = 0; ; step++) {
      var waiting = actors.stream().filter(actor -> !actor.ended).toList();
      if (waiting.isEmpty()) {
        break;
      }
      var choice = next < choices.size() ? choices.get(next++) : step * 10;
      var actor = waiting.get(choice / 10 % waiting.size());
      actor.fate = choice % 10;
      actor.go.release();
      turn.acquire();
    }
    for (var actor : actors) {
      if (actor.failure != null) {
        throw new AssertionError("an actor failed", actor.failure);
      }
    }
  }

  /** One operation of a store, as one step of the actor that calls it. */
  static <T> T step(Supplier<T> operation) {
    var actor = SELF.get();
    actor.await();
    if (actor.fate == 8) {
      throw new Crash();
    }
    var result = operation.get();
    if (actor.fate == 9) {
      throw new Crash();
    }
    return result;
  }

  private final class Actor {
    private final Runnable work;
    private final Semaphore go = new Semaphore(0);
    private volatile boolean ended;
    private volatile int fate;
    private volatile @Nullable Throwable failure;

    Actor(Runnable work) {
      this.work = work;
    }

    void start() {
      Thread.startVirtualThread(
          () -> {
            SELF.set(this);
            try {
              work.run();
            } catch (Throwable e) {
              failure = e;
            } finally {
              ended = true;
              turn.release();
            }
          });
    }

    /** Gives the turn back, and waits for the next. */
    void await() {
      turn.release();
      go.acquireUninterruptibly();
    }
  }
}
