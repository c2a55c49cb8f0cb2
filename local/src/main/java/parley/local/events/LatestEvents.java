package parley.local.events;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest events of all buses, in memory only. Safe for many threads. */
final class LatestEvents {

  private static final int MOST = 200;

  private final Deque<Happened> latest = new ArrayDeque<>();

  synchronized void add(Happened event) {
    latest.addFirst(event);
    if (latest.size() > MOST) {
      latest.removeLast();
    }
  }

  /** All that are kept, the newest first. */
  synchronized List<Happened> newest() {
    return List.copyOf(latest);
  }
}
