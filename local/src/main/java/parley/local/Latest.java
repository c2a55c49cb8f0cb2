package parley.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The latest of what happened, in memory only. Safe for many threads.
 *
 * @param <T> what happens
 */
public final class Latest<T> {

  private final int most;
  private final Deque<T> kept = new ArrayDeque<>();

  /** None yet, and so many at most. */
  public Latest(int most) {
    this.most = most;
  }

  /** Keeps one more, in place of the oldest where there are too many. */
  public synchronized void add(T one) {
    kept.addFirst(one);
    if (kept.size() > most) {
      kept.removeLast();
    }
  }

  /** All that are kept, the newest first. */
  public synchronized List<T> newest() {
    return List.copyOf(kept);
  }
}
