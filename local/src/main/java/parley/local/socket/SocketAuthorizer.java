package parley.local.socket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A REQUEST authorizer: a function that decides who may open a connection.
 *
 * @param id its id
 * @param function its ARN
 * @param sources what a request must bring to be decided at all, such as {@code
 *     route.request.querystring.ticket}
 */
record SocketAuthorizer(String id, String function, List<String> sources) {

  static final String QUERY = "route.request.querystring.";
  static final String HEADER = "route.request.header.";

  /** Whether the request brings all that the decision rests on. */
  boolean complete(Opening opening) {
    return sources.stream()
        .allMatch(
            source ->
                source.startsWith(QUERY)
                    ? !opening
                        .query()
                        .getOrDefault(source.substring(QUERY.length()), List.of(""))
                        .getLast()
                        .isEmpty()
                    : opening
                        .header(source.substring(HEADER.length()))
                        .filter(value -> !value.isEmpty())
                        .isPresent());
  }

  /** The event that the function is asked with. */
  static ObjectNode event(
      String methodArn,
      Opening opening,
      Map<String, String> variables,
      Map<String, Object> context) {
    var event = Selection.JSON.createObjectNode();
    event.put("type", "REQUEST").put("methodArn", methodArn);
    values(event, "headers", "multiValueHeaders", opening.headers());
    values(event, "queryStringParameters", "multiValueQueryStringParameters", opening.query());
    event.set("stageVariables", Selection.JSON.valueToTree(variables));
    event.set("requestContext", Selection.JSON.valueToTree(context));
    return event;
  }

  private static void values(
      ObjectNode event, String single, String multiple, Map<String, List<String>> values) {
    var last = event.putObject(single);
    values.forEach((name, all) -> last.put(name, all.getLast()));
    event.set(multiple, Selection.JSON.valueToTree(values));
  }
}
