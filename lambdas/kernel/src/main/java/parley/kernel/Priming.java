package parley.kernel;

import java.util.ArrayList;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Does a function's slow first work before Lambda takes its snapshot, so that a restored function
 * answers as a warm one does.
 *
 * <p>The work runs twice, with the connections closed in between: what a restored function does
 * first is to connect anew, and that path must be loaded and compiled too. A failure does not stop
 * the snapshot: the function then starts as slowly as without.
 */
public final class Priming implements Resource {

  /**
   * The id of whoever asks before a snapshot: never a user's, whose ids are UUIDs, nor a room's.
   */
  public static final String NOBODY = "priming";

  /** CRaC holds its resources weakly. */
  private static final List<Priming> REGISTERED = new ArrayList<>();

  private final Runnable work;
  private final Runnable disconnect;

  private Priming(Runnable work, Runnable disconnect) {
    this.work = work;
    this.disconnect = disconnect;
  }

  /**
   * Registers work of the function's own kind, within its own permissions, that leaves no trace.
   */
  public static void with(Runnable work, Runnable disconnect) {
    var priming = new Priming(work, disconnect);
    REGISTERED.add(priming);
    Core.getGlobalContext().register(priming);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      work.run();
      disconnect.run();
      work.run();
      disconnect.run();
    } catch (RuntimeException e) {
      System.err.println("priming failed, so the function will start slowly: " + e);
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
