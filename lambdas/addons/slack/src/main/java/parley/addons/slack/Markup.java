package parley.addons.slack;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Between the markup of rooms (Markdown) and that of Slack. What is code stays as it is written.
 *
 * <p>In Slack's, {@code &}, {@code <} and {@code >} are written {@code &amp;}, {@code &lt;} and
 * {@code &gt;}, and {@code <…>} is a mention or a link: so nothing that is written in a room can
 * become one by itself.
 */
final class Markup {

  /** In code points, as a room's log takes it. */
  private static final int LONGEST = 4_000;

  private static final String CUT = "… (more in Slack)";

  private static final Pattern CODE = Pattern.compile("```.+?```|`[^`\n]+`", Pattern.DOTALL);
  private static final Pattern REFERENCE = Pattern.compile("<([^<>\n]+)>");
  private static final Pattern BOLD = between("\\*");
  private static final Pattern STRUCK = between("~");
  private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)([^*\n]+)\\*\\*");
  private static final Pattern EMPHASIS = between("\\*");
  private static final Pattern GONE = Pattern.compile("~~(?=\\S)([^~\n]+)~~");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]\n]+)]\\((https?://[^\\s()|]+)\\)");

  private Markup() {}

  /**
   * A room's text, of Slack's.
   *
   * @param names the name to show for a person's id in Slack
   */
  static String ofSlack(String text, UnaryOperator<String> names) {
    return printable(
        around(
            text,
            words -> unescaped(references(emphasised(words), names, true)),
            code -> unescaped(references(code, names, false))));
  }

  /** Slack's text, of a room's. */
  static String toSlack(String text) {
    return around(text, words -> marked(linked(escaped(words))), Markup::escaped);
  }

  /** The first words of Slack's text, in one line. */
  static String beginning(String text, UnaryOperator<String> names, int most) {
    var line = ofSlack(text, names).replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most)).strip() + "…";
  }

  private static Pattern between(String sign) {
    return Pattern.compile(
        "(?<![\\w%1$s])%1$s(?=[^\\s%1$s])([^%1$s\n]+)(?<=\\S)%1$s(?![\\w%1$s])".formatted(sign));
  }

  private static String around(
      String text, Function<String, String> words, Function<String, String> code) {
    var made = new StringBuilder();
    var end = 0;
    for (var found = CODE.matcher(text); found.find(); end = found.end()) {
      made.append(words.apply(text.substring(end, found.start())));
      made.append(code.apply(found.group()));
    }
    return made.append(words.apply(text.substring(end))).toString();
  }

  private static String emphasised(String words) {
    return STRUCK.matcher(BOLD.matcher(words).replaceAll("**$1**")).replaceAll("~~$1~~");
  }

  private static String marked(String words) {
    // A sign that no text holds stands for the one that would be taken for the other.
    var strong = STRONG.matcher(words).replaceAll("\0$1\0");
    var emphasis = EMPHASIS.matcher(strong).replaceAll("_$1_");
    return GONE.matcher(emphasis.replace('\0', '*')).replaceAll("~$1~");
  }

  private static String linked(String words) {
    return LINK.matcher(words).replaceAll("<$2|$1>");
  }

  private static String references(String words, UnaryOperator<String> names, boolean links) {
    return REFERENCE
        .matcher(words)
        .replaceAll(found -> Matcher.quoteReplacement(reference(found.group(1), names, links)));
  }

  /** What stands in {@code <…>}: an address or a mention, and after a bar how it is shown. */
  private static String reference(String what, UnaryOperator<String> names, boolean links) {
    var bar = what.indexOf('|');
    var target = bar < 0 ? what : what.substring(0, bar);
    var label = bar < 0 ? "" : what.substring(bar + 1);
    return switch (target.charAt(0)) {
      case '@' -> "@" + names.apply(target.substring(1));
      case '#' -> "#" + (label.isEmpty() ? target.substring(1) : label);
      case '!' -> special(target.substring(1), label);
      default -> link(target, label, links);
    };
  }

  private static String special(String target, String label) {
    if (!label.isEmpty()) {
      return label;
    }
    return target.matches("here|channel|everyone") ? "@" + target : target;
  }

  private static String link(String target, String label, boolean links) {
    var address = target.replaceFirst("^(mailto|tel):", "");
    if (label.isEmpty() || label.equals(address) || label.equals(target)) {
      return address;
    }
    return links && target.matches("https?://[^\\s()]+") && !label.matches(".*[\\[\\]].*")
        ? "[%s](%s)".formatted(label, target)
        : "%s (%s)".formatted(label, address);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  /** A log takes no control characters but two, and no half of a pair. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || c == '\t' || Character.getType(c) != Character.CONTROL)
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** A text that a room's log takes: neither too long nor empty. */
  static String fitting(String text) {
    if (text.isBlank()) {
      return "(without words)";
    }
    var most = LONGEST - CUT.length();
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + CUT;
  }
}
