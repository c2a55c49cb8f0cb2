package parley.local.lambda;

import java.util.function.IntConsumer;

/** Starts the processes of execution environments. */
interface Launcher {

  /**
   * Starts one when its turn has come; it then asks the pool for events.
   *
   * @param ended is told the exit status once, also where it could not be started
   */
  void launch(Pool pool, Environment environment, IntConsumer ended);

  /** One that was launched is ready, or has failed: the next one's turn comes. */
  void started();

  /**
   * Has an archive written out of an environment that is idle, where the function's jar lacks one.
   * False where it did not: then the environment goes on.
   */
  boolean archive(Function function, Environment environment);
}
