package parley.local.faults;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import parley.local.faults.Kind.Site;
import parley.local.socket.Interference;

/** Sockets that rules disturb; what is half open or stalled stays so. */
final class DisturbedSockets implements Interference {

  private final Rules rules;
  private final Map<String, Kind> lasting = new ConcurrentHashMap<>();

  DisturbedSockets(Rules rules) {
    this.rules = rules;
  }

  /** From now on nothing passes, or the client reads nothing. */
  void mark(String connection, Kind kind) {
    lasting.put(connection, kind);
  }

  @Override
  public Fate from(String connection) {
    return fate(connection, "in");
  }

  @Override
  public Fate to(String connection) {
    return fate(connection, "out");
  }

  @Override
  public boolean isToldOfEnd(String connection) {
    lasting.remove(connection);
    return rules.fire(Site.END, Map.of("connection", connection)).isEmpty();
  }

  private Fate fate(String connection, String direction) {
    var marked = lasting.get(connection);
    if (marked != null) {
      return fate(marked, direction);
    }
    var fired = rules.fire(Site.FRAME, Map.of("connection", connection, "direction", direction));
    if (fired.isEmpty()) {
      return Fate.PASSES;
    }
    var rule = fired.get().rule();
    if (rule.kind() == Kind.CUT) {
      return rule.when().equals("after") ? Fate.PASSES_THEN_CUT : Fate.CUT;
    }
    mark(connection, rule.kind());
    return fate(rule.kind(), direction);
  }

  /** A client that reads nothing may well write. */
  private static Fate fate(Kind kind, String direction) {
    if (kind == Kind.HALF_OPEN) {
      return Fate.VANISHES;
    }
    return direction.equals("in") ? Fate.PASSES : Fate.WAITS;
  }
}
