package parley.addons.sms;

/** What Twilio is answered: a document in its markup. */
final class Twiml {

  private static final String DOCUMENT =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response>%s</Response>";

  private Twiml() {}

  /** Sends this back as an SMS; nothing where it is empty. */
  static String saying(String text) {
    return DOCUMENT.formatted(
        text.isEmpty() ? "" : "<Message>%s</Message>".formatted(escaped(text)));
  }

  /**
   * XML 1.0 has no place for most control characters, however they are written: they are left out.
   */
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .filter(Twiml::isAllowed)
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
