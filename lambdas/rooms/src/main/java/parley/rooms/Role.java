package parley.rooms;

import java.util.Locale;
import java.util.Set;

/** What a member may do. */
enum Role {
  /** Reads and writes. */
  MEMBER,
  /** Also changes the room and who is in it. */
  OWNER;

  /** All roles, as they are written. */
  static final Set<String> TEXTS = Set.of("member", "owner");

  /** The role as it is written: in lower case. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that text. Throws {@link IllegalArgumentException} where there is none. */
  static Role of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
