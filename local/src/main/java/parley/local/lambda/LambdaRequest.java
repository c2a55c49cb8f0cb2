package parley.local.lambda;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.local.aws.AwsCall;
import parley.local.template.Names;

/**
 * Which operation a call of Lambda's API asks for.
 *
 * @param operation AWS's name; "" for one that is not implemented
 * @param function the name or ARN in the path; "" where there is none
 * @param qualifier the version or alias in the query; "" where there is none
 */
record LambdaRequest(String operation, String function, String qualifier) {

  private static final Pattern PATH =
      Pattern.compile("/2015-03-31/functions(?:/([^/]+)(/invocations|/configuration)?)?/?");
  private static final Pattern QUALIFIER = Pattern.compile("(?:^|&)Qualifier=([\\w$-]+)");

  static LambdaRequest of(AwsCall call) {
    var path = PATH.matcher(call.path());
    if (!path.matches()) {
      return new LambdaRequest("", "", "");
    }
    var qualifier = QUALIFIER.matcher(call.query());
    return new LambdaRequest(
        operation(call.method(), path.group(1) != null, path.group(2)),
        path.group(1) == null ? "" : URLDecoder.decode(path.group(1), StandardCharsets.UTF_8),
        qualifier.find() ? qualifier.group(1) : "");
  }

  /** The ARN that it acts on. */
  String arn(Names names) {
    var arn = function.startsWith("arn:") ? function : LambdaTypes.arn(names, function);
    return qualifier.isEmpty() ? arn : arn + ":" + qualifier;
  }

  private static String operation(String method, boolean named, @Nullable String rest) {
    return switch (method + " " + (named ? "NAME" : "") + (rest == null ? "" : rest)) {
      case "GET " -> "ListFunctions";
      case "GET NAME" -> "GetFunction";
      case "GET NAME/configuration" -> "GetFunctionConfiguration";
      case "POST NAME/invocations" -> "Invoke";
      default -> "";
    };
  }
}
