package parley.local.iam;

import java.util.regex.Pattern;

/**
 * How patterns of ARNs match: part by part, of which there are six, the last with any colons.
 * Source: the IAM user guide, "Identify AWS resources with Amazon Resource Names".
 */
final class Arn {

  static final int PARTS = 6;

  private static final String ANY = "*";
  private static final Pattern SPECIAL = Pattern.compile("[*?]|\\$\\{");

  private Arn() {}

  /** Whether it is an ARN, or {@code *}. */
  static boolean is(String pattern) {
    return pattern.equals(ANY) || pattern.split(":", PARTS).length == PARTS;
  }

  /**
   * Whether a policy's resource is about an ARN: as {@link #matches}, but a wildcard in place of
   * the type of a resource ({@code t*&#47;Orders}) matches nothing.
   */
  static boolean isAbout(Text pattern, String arn, Keys keys) {
    return pattern.written().equals(ANY)
        || matches(pattern, arn, keys) && !SPECIAL.matcher(type(pattern.written())).find();
  }

  static boolean matches(Text pattern, String arn, Keys keys) {
    var globs = pattern.arnGlobs(keys);
    var parts = arn.split(":", PARTS);
    if (globs.isEmpty() || parts.length != globs.get().size()) {
      return false;
    }
    for (var i = 0; i < parts.length; i++) {
      if (!globs.get().get(i).matches(parts[i])) {
        return false;
      }
    }
    return true;
  }

  /**
   * {@code table} of {@code table/Orders}; "" where there is no type, as in S3, and in execute-api,
   * whose ARNs begin with an API's id.
   */
  private static String type(String arn) {
    var parts = arn.split(":", PARTS);
    if (parts[2].equals("execute-api")
        || parts[2].equals("s3") && parts[3].isEmpty() && parts[4].isEmpty()) {
      return "";
    }
    var end = 0;
    while (end < parts[5].length() && parts[5].charAt(end) != '/' && parts[5].charAt(end) != ':') {
      end++;
    }
    return end == parts[5].length() ? "" : parts[5].substring(0, end);
  }
}
