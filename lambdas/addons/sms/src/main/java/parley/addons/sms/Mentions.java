package parley.addons.sms;

import java.util.Locale;

/** Whether a text is about somebody: it has their name, or the first word of it, after an @. */
final class Mentions {

  private Mentions() {}

  static boolean of(String name, String text) {
    var whole = name.toLowerCase(Locale.ROOT).strip();
    var first = whole.split("\\s+", 2)[0];
    var said = text.toLowerCase(Locale.ROOT);
    return !first.isEmpty() && (has(said, "@" + whole) || has(said, "@" + first));
  }

  private static boolean has(String text, String name) {
    for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      var end = at + name.length();
      var begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
      if (begins && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)))) {
        return true;
      }
    }
    return false;
  }
}
