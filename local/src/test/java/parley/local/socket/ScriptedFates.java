package parley.local.socket;

import java.util.ArrayDeque;
import java.util.Queue;

/** Disturbs the next frames as a test says, and none after them. */
final class ScriptedFates implements Interference {

  private final Queue<Fate> incoming = new ArrayDeque<>();
  private final Queue<Fate> outgoing = new ArrayDeque<>();
  private volatile boolean silent;

  synchronized ScriptedFates in(Fate... fates) {
    incoming.addAll(java.util.List.of(fates));
    return this;
  }

  synchronized ScriptedFates out(Fate... fates) {
    outgoing.addAll(java.util.List.of(fates));
    return this;
  }

  /** Nobody is told of an end. */
  void silence() {
    silent = true;
  }

  /** Whether all that was said has happened. */
  synchronized boolean areOver() {
    return incoming.isEmpty() && outgoing.isEmpty();
  }

  @Override
  public synchronized Fate from(String connection) {
    var fate = incoming.poll();
    return fate == null ? Fate.PASSES : fate;
  }

  @Override
  public synchronized Fate to(String connection) {
    var fate = outgoing.poll();
    return fate == null ? Fate.PASSES : fate;
  }

  @Override
  public boolean isToldOfEnd(String connection) {
    return !silent;
  }
}
