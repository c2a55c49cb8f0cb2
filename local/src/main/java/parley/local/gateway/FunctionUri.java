package parley.local.gateway;

import java.util.regex.Pattern;

/** The address by which API Gateway invokes a function. */
public final class FunctionUri {

  private static final Pattern URI =
      Pattern.compile("arn:aws:apigateway:[^:]+:lambda:path/[^/]+/functions/(.+)/invocations");

  private FunctionUri() {}

  /**
   * The function's ARN in {@code
   * arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations}. Throws {@link
   * IllegalArgumentException} for any other text.
   */
  public static String arn(String uri) {
    var match = URI.matcher(uri);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "%s is the address of no function, and of no action of AWS; the twin integrates nothing else"
              .formatted(uri));
    }
    return match.group(1);
  }
}
