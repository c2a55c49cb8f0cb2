package parley.local.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import parley.local.template.Resource;

/** The environment variables that a function's resource declares. */
final class Variables {

  private Variables() {}

  /**
   * By name.
   *
   * @param addresses what functions are given of a value
   */
  static Map<String, String> of(Resource function, UnaryOperator<String> addresses) {
    var variables = new HashMap<String, String>();
    function
        .get("Environment.Variables")
        .properties()
        .forEach(v -> variables.put(v.getKey(), addresses.apply(v.getValue().asText())));
    variables.put(
        "AWS_LAMBDA_LOG_FORMAT",
        function.get("LoggingConfig.LogFormat").asText("Text").equals("JSON") ? "JSON" : "TEXT");
    return variables;
  }
}
