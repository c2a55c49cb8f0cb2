package parley.rooms;

/**
 * Counts what is done with the stores and the peers, and lets something else happen just before one
 * of these steps: a crash, or another request.
 */
final class Steps {

  private int left = -1;
  private Runnable event = () -> {};

  /** What happens just before the step after so many more, once. */
  void before(int steps, Runnable happening) {
    left = steps;
    event = happening;
  }

  /** A crash just before the step after so many more, once. */
  void crashBefore(int steps) {
    before(
        steps,
        () -> {
          throw new Crash();
        });
  }

  /** True where it has not happened; it will not any more. */
  boolean calm() {
    var pending = left >= 0;
    left = -1;
    return pending;
  }

  void next() {
    if (left-- == 0) {
      event.run();
    }
  }

  /** What stands for the end of a process. */
  static final class Crash extends RuntimeException {}
}
