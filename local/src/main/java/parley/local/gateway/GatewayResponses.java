package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the gateway answers by itself, where a request does not reach its integration.
 *
 * @param configured by type, DEFAULT_4XX and DEFAULT_5XX among them
 */
record GatewayResponses(Map<String, Configured> configured) {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(context|stageVariables)((?:\\.[A-Za-z_][\\w-]*)+)");
  private static final String HEADER = "gatewayresponse.header.";

  /**
   * @param status in the place of the type's own
   * @param templates by media type; not Velocity: variables are replaced, and nothing else
   * @param parameters {@code gatewayresponse.header.X} → {@code 'text'} or a variable
   */
  record Configured(
      Optional<Integer> status, Map<String, String> templates, Map<String, String> parameters) {}

  RestAnswer answer(Refused refused, Map<String, Object> context, UnaryOperator<String> lookup) {
    var reason = refused.reason();
    var family = reason.status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX";
    var response =
        Optional.ofNullable(configured.get(reason.name()))
            .or(() -> Optional.ofNullable(configured.get(family)))
            .orElse(new Configured(Optional.empty(), Map.of(), Map.of()));
    var templates =
        response.templates.isEmpty()
            ? Map.of(Json.TYPE, "{\"message\":$context.error.messageString}")
            : response.templates;
    var type = templates.containsKey(Json.TYPE) ? Json.TYPE : templates.keySet().iterator().next();
    context.put("error", error(refused));

    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", type);
    headers.put("x-amzn-RequestId", lookup.apply("context.requestId"));
    response.parameters.forEach(
        (name, value) -> headers.put(name.substring(HEADER.length()), value(value, lookup)));
    return new RestAnswer(
        response.status.orElse(reason.status),
        headers,
        filled(templates.getOrDefault(type, ""), lookup).getBytes(UTF_8));
  }

  private static Map<String, Object> error(Refused refused) {
    var message = String.valueOf(refused.getMessage());
    return Map.of(
        "message", message,
        "messageString", Json.quote(message),
        "validationErrorString", refused.validation(),
        "responseType", refused.reason().name());
  }

  private static String value(String expression, UnaryOperator<String> lookup) {
    return expression.startsWith("'")
        ? expression.substring(1, expression.length() - 1)
        : lookup.apply(expression);
  }

  private static String filled(String template, UnaryOperator<String> lookup) {
    return VARIABLE
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(lookup.apply(found.group(1) + found.group(2))));
  }
}
