package parley.tests.contract;

/** How far all are, so that somebody can sleep until much has happened. Safe for many threads. */
final class Progress {

  private final int devices;
  private long messages;
  private int away;

  Progress(int devices) {
    this.devices = devices;
  }

  /** Another message is acked. */
  synchronized void advance() {
    messages++;
    notifyAll();
  }

  synchronized long messages() {
    return messages;
  }

  /** Somebody is done. */
  synchronized void leave() {
    away++;
    notifyAll();
  }

  /**
   * Waits until so many messages more are acked, or few are left who send any.
   *
   * @return false where few are left
   */
  synchronized boolean sleep(long more) throws InterruptedException {
    var until = messages + more;
    away++;
    while (messages < until && away < devices / 2) {
      wait();
    }
    away--;
    return messages >= until;
  }
}
