package parley.local.iam;

import java.util.Arrays;
import java.util.Locale;

/**
 * A text with wildcards: {@code *} for any characters, {@code ?} for any one. What policy variables
 * brought in stands for itself.
 */
public final class Glob {

  private static final int ANY = -1;
  private static final int ONE = -2;

  private final int[] parts;
  private final boolean ignoresCase;

  private Glob(int[] parts, boolean ignoresCase) {
    this.parts = parts;
    this.ignoresCase = ignoresCase;
  }

  /** All of a text as a pattern. */
  public static Glob of(String pattern) {
    return of(pattern, false);
  }

  /** A pattern that matches in any case. */
  static Glob ignoringCase(String pattern) {
    return of(pattern.toLowerCase(Locale.ROOT), true);
  }

  private static Glob of(String pattern, boolean ignoresCase) {
    var parts = new Builder();
    parts.pattern(pattern);
    return new Glob(parts.parts(), ignoresCase);
  }

  /** Whether all of a text is as the pattern says. */
  public boolean matches(String text) {
    var value = ignoresCase ? text.toLowerCase(Locale.ROOT) : text;
    var at = 0;
    var star = -1;
    var retry = 0;
    var i = 0;
    while (i < value.length()) {
      if (at < parts.length && parts[at] == ANY) {
        star = at++;
        retry = i;
      } else if (at < parts.length && (parts[at] == ONE || parts[at] == value.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++retry;
      } else {
        return false;
      }
    }
    while (at < parts.length && parts[at] == ANY) {
      at++;
    }
    return at == parts.length;
  }

  /** Puts a pattern together from what is written and what is meant literally. */
  static final class Builder {

    private int[] parts = new int[32];
    private int size;

    void pattern(String text) {
      text.chars().forEach(c -> add(c == '*' ? ANY : c == '?' ? ONE : c));
    }

    void literal(String text) {
      text.chars().forEach(this::add);
    }

    Glob build() {
      return new Glob(parts(), false);
    }

    private int[] parts() {
      return Arrays.copyOf(parts, size);
    }

    private void add(int part) {
      if (size == parts.length) {
        parts = Arrays.copyOf(parts, size * 2);
      }
      parts[size++] = part;
    }
  }
}
