package parley.infra.platform;

import java.util.stream.Collectors;

/** The mapping templates between HTTP and the functions' record and reply. */
final class RestTemplates {

  private RestTemplates() {}

  /** From an HTTP request to the record. */
  static String request(OpenApi.Operation operation) {
    var params =
        operation.parameters().stream()
            .map(p -> "\"%s\": %s".formatted(p.name(), param(p.name())))
            .collect(Collectors.joining(", ", "{", "}"));
    return TemplateText.PREPARED
        + """
        #set($name = "$!context.authorizer.claims.name")
        {"requestId": "$context.requestId",
        "caller": {"user": "$context.authorizer.claims.sub", "name": %s, "connection": ""},
        "params": %s,
        "body": %s}
        """
            .formatted(
                TemplateText.quoted("$name"),
                params,
                operation.body().isEmpty() ? "{}" : "$input.json('$')");
  }

  /** From a reply to an HTTP response. A reply without a status is a function's failure. */
  static String response() {
    return """
    #set($status = $input.path('$.status'))
    #if("$!status" == "")
    #set($context.responseOverride.status = 500)
    #set($context.responseOverride.header.Content-Type = "%s")
    %s
    #else
    #set($context.responseOverride.status = $status)
    #if($status >= 400)
    #set($context.responseOverride.header.Content-Type = "%s")
    #end
    $input.json('$.body')
    #end
    """
        .formatted(Problem.CONTENT_TYPE, Problem.INTERNAL_ERROR.json(), Problem.CONTENT_TYPE);
  }

  /** What the path or the query has under that name; "" where neither does. */
  private static String param(String name) {
    return TemplateText.quoted("$input.params('" + name + "')");
  }
}
