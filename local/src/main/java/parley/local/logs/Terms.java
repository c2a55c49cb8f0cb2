package parley.local.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import parley.local.aws.AwsError;

/**
 * A filter pattern for unstructured events: terms that a message must have, of which those with "?"
 * are alternatives and those with "-" must not be there; quotes hold a phrase together.
 */
record Terms(List<String> all, List<String> any, List<String> none) implements Predicate<String> {

  private static final Pattern TERM =
      Pattern.compile("([?-]?)(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S+))");

  /** Reads a pattern; "" is for every event. */
  static Terms of(String pattern) throws AwsError {
    var text = pattern.strip();
    if (text.startsWith("{") || text.startsWith("[") || text.startsWith("%")) {
      throw new AwsError(
          "InvalidParameterException",
          "the filter pattern %s is not implemented: the twin knows terms, \"phrases\", ?alternatives and -exclusions"
              .formatted(text));
    }
    var terms = new Terms(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    var found = TERM.matcher(text);
    while (found.find()) {
      var term =
          found.group(2) == null ? found.group(3) : found.group(2).replaceAll("\\\\(.)", "$1");
      switch (found.group(1)) {
        case "?" -> terms.any.add(term);
        case "-" -> terms.none.add(term);
        default -> terms.all.add(term);
      }
    }
    return terms;
  }

  @Override
  public boolean test(String message) {
    return all.stream().allMatch(message::contains)
        && none.stream().noneMatch(message::contains)
        && (any.isEmpty() || any.stream().anyMatch(message::contains));
  }
}
