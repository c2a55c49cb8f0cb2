package parley.connections;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs actors one step at a time, in an order that a test chooses. A step is one call of a store or
 * a peer that was wrapped by {@link Actor#stepping}; between its steps an actor holds still.
 */
final class Steps {

  private final List<Actor> actors = new ArrayList<>();

  /** A new actor, which has not begun. */
  Actor actor() {
    var actor = new Actor();
    actors.add(actor);
    return actor;
  }

  /**
   * Runs every order in which the actors' steps can follow each other, each time with a fresh
   * scene.
   *
   * @return how many orders there were
   */
  static int everyOrder(Supplier<Scene> scenes) {
    var order = new ArrayList<Integer>();
    for (var orders = 1; ; orders++) {
      var widths = scenes.get().run(order);
      var last = order.size() - 1;
      while (last >= 0 && order.get(last) + 1 == widths.get(last)) {
        order.removeLast();
        last--;
      }
      if (last < 0) {
        return orders;
      }
      order.set(last, order.get(last) + 1);
    }
  }

  /** One way to set things up, and what must hold after every step. */
  record Scene(Steps steps, Runnable invariant) {

    /**
     * Runs to the end, by the choices given and then always the first actor; completes the list of
     * choices, and gives for each how many there were to choose from.
     */
    List<Integer> run(List<Integer> order) {
      var widths = new ArrayList<Integer>();
      steps.actors.forEach(Actor::begin);
      for (var i = 0; ; i++) {
        var able = steps.actors.stream().filter(actor -> !actor.ended).toList();
        if (able.isEmpty()) {
          return widths;
        }
        if (i == order.size()) {
          order.add(0);
        }
        widths.add(able.size());
        able.get(order.get(i)).step();
        invariant.run();
      }
    }
  }

  /** One who does its work step by step. */
  static final class Actor {

    private final SynchronousQueue<Boolean> turns = new SynchronousQueue<>();
    private final SynchronousQueue<Boolean> ends = new SynchronousQueue<>();
    private Runnable work = () -> {};
    private boolean ended;
    private volatile @Nullable Throwable failure;

    /** What it does; its calls of wrapped things are its steps. */
    void does(Runnable work) {
      this.work = work;
    }

    /** The same thing, of which each call is a step of this actor's. */
    <T> T stepping(Class<T> type, T thing) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                hold();
                try {
                  return method.invoke(thing, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    /** Runs up to its first step. */
    private void begin() {
      Thread.startVirtualThread(
          () -> {
            try {
              work.run();
            } catch (RuntimeException | Error e) {
              failure = e;
            } finally {
              put(ends, true);
            }
          });
      ended = take(ends);
    }

    private void step() {
      put(turns, true);
      ended = take(ends);
      if (failure != null) {
        throw new AssertionError("an actor failed", failure);
      }
    }

    private void hold() {
      put(ends, false);
      take(turns);
    }

    private static void put(SynchronousQueue<Boolean> queue, boolean value) {
      try {
        queue.put(value);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    private static boolean take(SynchronousQueue<Boolean> queue) {
      try {
        return queue.take();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
