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
   * One that has answered has had nothing to do for some seconds. True where it is used up for
   * something else: it must get no further event, and ends soon.
   */
  boolean rests(Pool pool, Environment environment);
}
