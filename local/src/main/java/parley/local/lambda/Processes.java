package parley.local.lambda;

/** The functions' processes, of which each runs one invocation at a time. */
public interface Processes {

  /**
   * Ends the process that runs this invocation, as by kill -9. The invocation has failed when this
   * returns.
   */
  void kill(String invocation);

  /** The invocation has had all its time: it fails so, and its process ends. */
  void timeOut(String invocation);
}
