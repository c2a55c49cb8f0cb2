package parley.local.socket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;
import parley.local.mapping.Input;

/**
 * Evaluates selection expressions on a message: {@code $request.body.action} or {@code
 * ${request.body.action}}.
 *
 * @param body the message; a missing node where it is no JSON
 */
record Selection(JsonNode body) {

  /** Reads what a mapping template can read, so that a route is chosen by nothing else. */
  static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxNestingDepth(Input.MOST_NESTED).build())
              .build());

  private static final Pattern OF_BODY =
      Pattern.compile("\\$\\{?(?:request|integration\\.response)\\.body\\.([\\w.-]+)}?");

  static Selection of(String message) {
    try {
      return new Selection(JSON.readTree(message));
    } catch (JsonProcessingException e) {
      return new Selection(MissingNode.getInstance());
    }
  }

  /** Whether the twin knows such an expression. */
  static boolean known(String expression) {
    return OF_BODY.matcher(expression).matches();
  }

  /** Its value as text; "" where there is none. */
  String value(String expression) {
    var match = OF_BODY.matcher(expression);
    if (!match.matches()) {
      return "";
    }
    var node = body;
    for (var name : match.group(1).split("\\.")) {
      node = node.path(name);
    }
    return node.isContainerNode() ? "" : node.asText();
  }
}
