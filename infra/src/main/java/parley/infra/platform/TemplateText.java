package parley.infra.platform;

/** Text of unknown origin, written into the JSON of a mapping template. */
final class TemplateText {

  /**
   * Stands at the top of a template that uses {@link #quoted}. {@code escapeJavaScript} may write
   * {@code \'}, which is no JSON: the pattern finds a backslash that stands before an apostrophe
   * and is not itself escaped, and finds nothing where there is none. ({@code \x27} is the
   * apostrophe, which a template's own text cannot hold.)
   */
  static final String PREPARED =
      """
      #set($apostrophe = '(?<!\\\\)((?:\\\\\\\\)*)\\\\(?=\\x27)')
      """;

  private TemplateText() {}

  /** An expression's value as a JSON string. */
  static String quoted(String expression) {
    return "\"$util.escapeJavaScript(" + expression + ").replaceAll($apostrophe, '$1')\"";
  }
}
