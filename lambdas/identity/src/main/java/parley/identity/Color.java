package parley.identity;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The palette from which people choose the color that stands for them. */
enum Color {
  RED,
  ORANGE,
  AMBER,
  GREEN,
  TEAL,
  BLUE,
  VIOLET,
  PINK;

  /** All colors, as they are written. */
  static final Set<String> TEXTS =
      Stream.of(values()).map(Color::text).collect(Collectors.toUnmodifiableSet());

  /** The color as it is written: in lower case. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The color of that text. Throws {@link IllegalArgumentException} where there is none. */
  static Color of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Somebody's color before they choose one: always the same for the same user. */
  static Color first(String user) {
    return values()[Math.floorMod(user.hashCode(), values().length)];
  }
}
