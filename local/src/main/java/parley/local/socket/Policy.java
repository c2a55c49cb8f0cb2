package parley.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An authorizer's answer.
 *
 * @param allowed whether its policy allows to invoke the method
 * @param context what {@code $context.authorizer} gives
 */
record Policy(boolean allowed, Map<String, Object> context) {

  /** Reads an answer; empty where it is none. A statement that denies has the last word. */
  static Optional<Policy> of(JsonNode answer, String methodArn) {
    var statements = answer.path("policyDocument").path("Statement");
    if (answer.path("principalId").asText().isEmpty() || statements.isMissingNode()) {
      return Optional.empty();
    }
    var effects =
        list(statements).stream()
            .filter(s -> covers(s.path("Action"), "execute-api:Invoke", Pattern.CASE_INSENSITIVE))
            .filter(s -> covers(s.path("Resource"), methodArn, 0))
            .map(s -> s.path("Effect").asText())
            .toList();
    var context = new HashMap<String, Object>();
    answer
        .path("context")
        .properties()
        .forEach(e -> context.put(e.getKey(), e.getValue().asText()));
    context.put("principalId", answer.path("principalId").asText());
    return Optional.of(new Policy(effects.contains("Allow") && !effects.contains("Deny"), context));
  }

  private static boolean covers(JsonNode patterns, String value, int flags) {
    return list(patterns).stream()
        .map(
            pattern ->
                "\\Q" + pattern.asText().replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E")
        .anyMatch(pattern -> Pattern.compile(pattern, flags).matcher(value).matches());
  }

  private static List<JsonNode> list(JsonNode node) {
    return node.isArray() ? node.valueStream().toList() : List.of(node);
  }
}
