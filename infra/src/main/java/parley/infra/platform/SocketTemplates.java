package parley.infra.platform;

import java.util.List;
import java.util.stream.Collectors;

/** The mapping templates between the socket's frames and the functions' record and reply. */
final class SocketTemplates {

  /** An answer to {@code ping}. */
  static final String PONG = "{\"type\":\"pong\"}";

  /** What a mock integration takes as its own success. */
  static final String MOCK = "{\"statusCode\":200}";

  private SocketTemplates() {}

  /** From a frame to the record; members of the frame are copied as the JSON that they are. */
  static String frame(List<String> params) {
    return record("$input.json('$.id')", params, "$input.json('$')");
  }

  /** From a socket's opening or closing to the record. */
  static String event() {
    return record("\"$context.requestId\"", List.of(), "{}");
  }

  /** From a reply to the frame that answers. */
  static String reply() {
    return """
    {"type":"reply","requestId":$input.json('$.requestId'),"status":$input.json('$.status'),\
    "body":$input.json('$.body')}""";
  }

  /** The answer to a frame whose action is unknown, or that is no JSON: its id was not read. */
  static String unknownAction() {
    var problem =
        new Problem(400, "unknown-action", "\"the frame is no JSON, or its action is not known\"");
    return "{\"type\":\"reply\",\"requestId\":\"\",\"status\":400,\"body\":%s}"
        .formatted(problem.json("\"\""));
  }

  private static String record(String requestId, List<String> params, String body) {
    return TemplateText.PREPARED
        + """
        #set($name = "$!context.authorizer.name")
        {"requestId": %s,
        "caller": {"user": "$context.authorizer.user", "name": %s, "connection": "$context.connectionId"},
        "params": %s,
        "body": %s}
        """
            .formatted(
                requestId,
                TemplateText.quoted("$name"),
                params.stream()
                    .map("\"%1$s\": $input.json('$.%1$s')"::formatted)
                    .collect(Collectors.joining(", ", "{", "}")),
                body);
  }
}
