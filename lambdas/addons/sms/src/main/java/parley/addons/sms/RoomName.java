package parley.addons.sms;

import java.util.Locale;

/**
 * A room of somebody's, as they call it.
 *
 * @param direct whether it is that of two people
 */
record RoomName(String room, String name, boolean direct) {

  /** How they name it after a #: its letters and digits. */
  String tag() {
    return tag(name);
  }

  static String tag(String name) {
    var tag = new StringBuilder();
    name.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(tag::appendCodePoint);
    return tag.toString();
  }
}
