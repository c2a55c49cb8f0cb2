package parley.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a person is found by: their name from each of its words on.
 *
 * <p>Letters are compared after compatibility normalisation (NFKC) and in lower case, so that it
 * does not matter how they were typed. A word begins after white space and after any sign that is
 * neither letter nor digit: "Jean-Luc" is found by "jean" and by "luc".
 */
final class NameKeys {

  private NameKeys() {}

  /** All keys of a name; each has at most {@value DisplayName#MAX_LENGTH} code points. */
  static Set<String> of(String name) {
    var text = normal(name);
    var keys = new TreeSet<String>();
    for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      if (startsWord(text, at)) {
        keys.add(text.substring(at));
      }
    }
    return keys;
  }

  /** The form in which names and queries are compared. */
  static String normal(String text) {
    var lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    var normal = Normalizer.normalize(lower, Normalizer.Form.NFKC);
    return DisplayName.cut(normal.strip().replaceAll("\\s+", " "));
  }

  /** True where any word of the name begins so. */
  static boolean match(String name, String normalQuery) {
    return of(name).stream().anyMatch(key -> key.startsWith(normalQuery));
  }

  private static boolean startsWord(String text, int at) {
    if (at == 0) {
      return true;
    }
    var before = text.codePointBefore(at);
    var here = text.codePointAt(at);
    return here != ' ' && (before == ' ' || Character.isLetterOrDigit(here) && !inWord(before));
  }

  private static boolean inWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK,
              Character.FORMAT ->
              true;
          default -> false;
        };
  }
}
