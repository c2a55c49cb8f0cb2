package parley.identity;

import java.util.Optional;

/** Names as people see them: on one line, and with something to see. */
final class DisplayName {

  /** The longest name, in code points. */
  static final int MAX_LENGTH = 80;

  private static final String SOMEBODY = "Somebody";

  private DisplayName() {}

  /**
   * The name without white space at its ends or twice in a row, and without what turns the
   * direction of writing (it would reach into the text around it); empty where nothing is left that
   * can be seen.
   */
  static Optional<String> tidy(String name) {
    var text = new StringBuilder();
    name.codePoints().map(DisplayName::blank).filter(c -> !turns(c)).forEach(text::appendCodePoint);
    var tidy = text.toString().strip().replaceAll(" {2,}", " ");
    return tidy.codePoints().anyMatch(DisplayName::visible) ? Optional.of(tidy) : Optional.empty();
  }

  /** A name that somebody else has chosen, such as a sign-in provider: made to fit. */
  static String orSomebody(String name) {
    var start = name.codePoints().filter(c -> Character.getType(c) != Character.SURROGATE);
    var printable = new StringBuilder();
    start.map(DisplayName::blank).forEach(printable::appendCodePoint);
    return tidy(printable.toString()).flatMap(tidy -> tidy(cut(tidy))).orElse(SOMEBODY);
  }

  /** The first {@value #MAX_LENGTH} code points. */
  static String cut(String name) {
    return name.codePointCount(0, name.length()) <= MAX_LENGTH
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_LENGTH));
  }

  private static int blank(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
        ? ' '
        : c;
  }

  private static boolean visible(int c) {
    return Character.isDefined(c) && c != ' ' && Character.getType(c) != Character.FORMAT;
  }

  /** The embeddings, overrides and isolates of Unicode's bidirectional algorithm (UAX 9). */
  private static boolean turns(int c) {
    return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
