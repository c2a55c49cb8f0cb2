package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import parley.local.gateway.Integration.Response;
import parley.local.gateway.Refused.Reason;
import parley.local.journal.Trace;
import parley.local.mapping.Input;
import parley.local.mapping.MappingTemplate;

/**
 * One request on its way: authorizer, validation, request template, integration, response template.
 */
record RestCall(
    RestRequest request,
    Method method,
    Map<String, String> path,
    Map<String, Object> context,
    Map<String, String> stageVariables,
    Invoker invoker,
    Actions actions) {

  private static final String HEADER = "method.response.header.";

  RestAnswer answer() throws Refused {
    if (method.authorizer().isPresent()) {
      var caller = method.authorizer().get().authorize(request);
      context.put("authorizer", new HashMap<>(caller));
      Trace.passed("authorizer", Json.text(caller));
    }
    requireParameters();
    var body = new String(request.body(), UTF_8);
    var model = method.models().get(request.mediaType());
    if (model != null) {
      model.check(body);
    }
    return answer(payload(body));
  }

  private void requireParameters() throws Refused {
    var missing = new ArrayList<String>();
    for (var parameter : method.required()) {
      var name = parameter.substring(parameter.lastIndexOf('.') + 1);
      var there =
          parameter.startsWith("method.request.path.")
              ? path.containsKey(name)
              : parameter.startsWith("method.request.header.")
                  ? request.header(name).isPresent()
                  : request.query().containsKey(name);
      if (!there) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw new Refused(
          Reason.BAD_REQUEST_PARAMETERS, Reason.BAD_REQUEST_PARAMETERS.message + ": " + missing);
    }
  }

  private String payload(String body) throws Refused {
    var template = method.integration().template(request.mediaType());
    if (template.isEmpty()) {
      return body;
    }
    var input =
        new Input(
            body, path, RestRequest.last(request.query()), RestRequest.last(request.headers()));
    var payload = render(template.get(), input);
    if (input.unreadable().isPresent()) {
      throw new Refused(
          Reason.BAD_REQUEST_BODY,
          "Could not parse request body into json: " + input.unreadable().get());
    }
    Trace.passed("mapped request", payload);
    return payload;
  }

  private RestAnswer answer(String payload) throws Refused {
    var integration = method.integration();
    return switch (integration.target()) {
      case Target.Mock() -> answer(integration.response(mockStatus(payload)), "");
      case Target.Function(var arn) -> {
        var outcome = invoker.invoke(source(), arn, payload, integration.timeout());
        yield answer(integration.response(outcome.error()), outcome.body());
      }
      case Target.Action action -> {
        var answered = actions.call(action, payload, integration.timeout());
        var status = Integer.toString(answered.status());
        yield answer(integration.response(status), new String(answered.body(), UTF_8));
      }
    };
  }

  /** For what a function is invoked, as the permissions of functions name it. */
  private String source() {
    return "%s/%s/%s%s"
        .formatted(
            context.get("apiId"), context.get("stage"), method.httpMethod(), method.resourcePath());
  }

  private static String mockStatus(String payload) throws Refused {
    try {
      var status = Json.MAPPER.readTree(payload).path("statusCode");
      if (status.canConvertToInt()) {
        return status.asText();
      }
    } catch (JsonProcessingException e) {
      throw new Refused(Reason.API_CONFIGURATION_ERROR);
    }
    throw new Refused(Reason.API_CONFIGURATION_ERROR);
  }

  private RestAnswer answer(Response response, String body) throws Refused {
    if (!method.statuses().contains(response.status())) {
      throw new Refused(Reason.API_CONFIGURATION_ERROR);
    }
    var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", Json.TYPE);
    headers.put("x-amzn-RequestId", String.valueOf(context.get("requestId")));
    var input = Input.of(body);
    var template = response.templates().get(Json.TYPE);
    if (template == null && !response.templates().isEmpty()) {
      var first = response.templates().entrySet().iterator().next();
      headers.put("Content-Type", first.getKey());
      template = first.getValue();
    }
    var rendered = template == null ? body : render(template, input);
    Trace.passed("mapped answer", rendered);
    var variables = new Variables(context, stageVariables, request);
    response
        .parameters()
        .forEach(
            (name, value) ->
                headers.put(name.substring(HEADER.length()), mapped(value, input, variables)));
    return overridden(Integer.parseInt(response.status()), headers, rendered);
  }

  /** {@code $context.responseOverride} has the last word. */
  private RestAnswer overridden(int status, Map<String, String> headers, String body)
      throws Refused {
    if (context.get("responseOverride") instanceof Map<?, ?> override) {
      if (override.get("header") instanceof Map<?, ?> header) {
        header.forEach((name, value) -> headers.put(name.toString(), String.valueOf(value)));
      }
      if (override.get("status") != null) {
        status = status(override.get("status"));
      }
    }
    return new RestAnswer(status, new LinkedHashMap<>(headers), body.getBytes(UTF_8));
  }

  private static int status(Object override) throws Refused {
    try {
      return Integer.parseInt(override.toString().strip());
    } catch (NumberFormatException e) {
      throw new Refused(Reason.API_CONFIGURATION_ERROR);
    }
  }

  private static String mapped(String expression, Input input, Variables variables) {
    var fromBody = "integration.response.body.";
    if (expression.startsWith("'")) {
      return expression.substring(1, expression.length() - 1);
    }
    if (expression.startsWith(fromBody)) {
      var value = input.path("$." + expression.substring(fromBody.length()));
      return value == null ? "" : value.toString();
    }
    return variables.apply(expression);
  }

  private String render(MappingTemplate template, Input input) throws Refused {
    try {
      return template.render(input, context, stageVariables);
    } catch (IllegalStateException e) {
      System.err.println(e.getMessage());
      Trace.refused("MAPPING_FAILED", e.getMessage());
      throw new Refused(Reason.API_CONFIGURATION_ERROR);
    }
  }
}
