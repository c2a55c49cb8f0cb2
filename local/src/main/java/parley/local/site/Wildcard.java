package parley.local.site;

import java.util.regex.Pattern;

/** Patterns in which {@code *} is any text and {@code ?} any character. */
final class Wildcard {

  private Wildcard() {}

  static Pattern pattern(String wildcard) {
    var quoted = new StringBuilder();
    for (var i = 0; i < wildcard.length(); i++) {
      var c = wildcard.charAt(i);
      switch (c) {
        case '*' -> quoted.append(".*");
        case '?' -> quoted.append('.');
        default -> quoted.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(quoted.toString(), Pattern.DOTALL);
  }
}
