package parley.local.socket;

/** Disturbs what goes over connections, for who wants to see what then happens. Thread-safe. */
public interface Interference {

  /** Disturbs nothing. */
  Interference NONE = new Interference() {};

  /** What becomes of a frame. */
  enum Fate {
    /** It goes its way. */
    PASSES,
    /** It is lost, and nobody is told. */
    VANISHES,
    /** It waits for ever, as for a client that does not read. */
    WAITS,
    /** It is lost, and the connection ends without a close frame. */
    CUT,
    /** It goes its way, and then the connection ends without a close frame. */
    PASSES_THEN_CUT
  }

  /** What becomes of the next frame from the client of this connection. */
  default Fate from(String connection) {
    return Fate.PASSES;
  }

  /** What becomes of the next frame to the client of this connection. */
  default Fate to(String connection) {
    return Fate.PASSES;
  }

  /** Whether {@code $disconnect} is told that this connection has ended. Asked once. */
  default boolean isToldOfEnd(String connection) {
    return true;
  }
}
