package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.local.gateway.Refused.Reason;
import parley.local.journal.Trace;

/**
 * One REST API.
 *
 * @param id its id
 * @param account the account that it is in
 * @param stages the variables of each stage, by its name
 * @param routes all of its resources, static ones before variable ones
 * @param responses what it answers by itself
 * @param invoker reaches the functions
 * @param actions calls AWS
 */
record RestApi(
    String id,
    String account,
    Map<String, Map<String, String>> stages,
    List<Route> routes,
    GatewayResponses responses,
    Invoker invoker,
    Actions actions) {

  /** API Gateway's quota for a payload. */
  private static final int LARGEST = 10 * 1024 * 1024;

  RestAnswer answer(RestRequest request) {
    Trace.passed("query", request.query().isEmpty() ? "" : Json.text(request.query()));
    Trace.passed("content type", request.header("Content-Type").orElse(""));
    Trace.passed("body", request.body());
    var segments = Route.segments(request.path());
    var stage = segments.isEmpty() ? "" : segments.getFirst();
    var variables = stages.get(stage);
    if (variables == null) {
      var forbidden = "{\"message\":\"Forbidden\"}".getBytes(UTF_8);
      return new RestAnswer(403, Map.of("Content-Type", Json.TYPE), forbidden);
    }
    var context = Context.of(this, request, stage);
    try {
      if (request.body().length > LARGEST) {
        throw new Refused(Reason.REQUEST_TOO_LARGE);
      }
      var found = find(request.method(), segments.subList(1, segments.size()));
      context.put("resourcePath", found.method.resourcePath());
      Trace.route(found.method.httpMethod() + " " + found.method.resourcePath());
      return new RestCall(request, found.method, found.params, context, variables, invoker, actions)
          .answer();
    } catch (Refused e) {
      Trace.refused(e.reason().name(), e.explanation());
      return responses.answer(e, context, new Variables(context, variables, request));
    }
  }

  private Found find(String method, List<String> segments) throws Refused {
    var decoded =
        segments.stream().map(s -> URLDecoder.decode(s.replace("+", "%2B"), UTF_8)).toList();
    for (var route : routes) {
      var params = route.match(decoded);
      if (params.isPresent()) {
        return new Found(
            route
                .method(method)
                .orElseThrow(() -> new Refused(Reason.MISSING_AUTHENTICATION_TOKEN)),
            new HashMap<>(params.get()));
      }
    }
    throw new Refused(Reason.MISSING_AUTHENTICATION_TOKEN);
  }

  private record Found(Method method, Map<String, String> params) {}
}
