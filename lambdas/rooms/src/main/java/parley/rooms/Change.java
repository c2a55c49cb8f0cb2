package parley.rooms;

import java.util.Locale;

/**
 * A change of somebody's membership.
 *
 * @param id stays the same over all retries; no other change has it
 * @param by who did it
 * @param untold true until all peers know of it
 */
record Change(String id, Kind kind, String by, boolean untold) {

  /** What happened. */
  enum Kind {
    ADDED,
    JOINED,
    LEFT,
    REMOVED,
    ROLE;

    /** The kind as it is written: in lower case. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of that text. Throws {@link IllegalArgumentException} where there is none. */
    static Kind of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** True where somebody is no member after it. */
    boolean ends() {
      return this == LEFT || this == REMOVED;
    }

    /** True where somebody is a member after it who was none before. */
    boolean begins() {
      return this == ADDED || this == JOINED;
    }
  }

  /** A change that nobody knows of yet. */
  static Change of(String id, Kind kind, String by) {
    return new Change(id, kind, by, true);
  }
}
