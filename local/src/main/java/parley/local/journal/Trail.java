package parley.local.journal;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps in the order in which they ended. Where there are very many, the first are kept, and later
 * only what is a problem. Safe for many threads.
 */
public final class Trail {

  private static final int MOST = 200;
  private static final int MOST_PROBLEMS = 400;

  private final List<Step> steps = new ArrayList<>();
  private int left;

  /** What was kept so far. */
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** How many more there were. */
  public synchronized int left() {
    return left;
  }

  /** False where it was not kept. */
  synchronized boolean add(Step step) {
    if (steps.size() < (step.isProblem() ? MOST_PROBLEMS : MOST)) {
      steps.add(step);
      return true;
    }
    left++;
    return false;
  }
}
