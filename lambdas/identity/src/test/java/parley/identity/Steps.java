package parley.identity;

/** Counts what is done with the stores, and can fail at one of them, as a crash would. */
final class Steps {

  private int left = Integer.MAX_VALUE;

  /** Fails at the operation after so many more, once. */
  void crashAfter(int operations) {
    left = operations;
  }

  /** True where it has not failed since. */
  boolean pending() {
    return left != Integer.MAX_VALUE;
  }

  /** No failure any more. */
  void calm() {
    left = Integer.MAX_VALUE;
  }

  void next() {
    if (left == 0) {
      calm();
      throw new Crash();
    }
    if (pending()) {
      left--;
    }
  }

  /** What stands for the end of a process. */
  static final class Crash extends RuntimeException {}
}
