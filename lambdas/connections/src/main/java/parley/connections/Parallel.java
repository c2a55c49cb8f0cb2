package parley.connections;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same to many things, each on a virtual thread, and a bounded number at a time. */
final class Parallel {

  /** As many as the HTTP client keeps connections. */
  static final int AT_ONCE = 64;

  private Parallel() {}

  /**
   * The results in the items' order, when all are done. Where one throws, the others are still done
   * and the first one's exception is thrown.
   */
  static <T, R> List<R> map(Collection<T> items, Function<T, R> work) {
    var permits = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return items.stream()
          .map(item -> threads.submit(bounded(permits, () -> work.apply(item))))
          .toList()
          .stream()
          .map(Parallel::result)
          .toList();
    }
  }

  private static <R> Callable<R> bounded(Semaphore permits, Callable<R> work) {
    return () -> {
      permits.acquire();
      try {
        return work.call();
      } finally {
        permits.release();
      }
    };
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the others", e);
    }
  }
}
