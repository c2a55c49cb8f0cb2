package parley.local.gateway;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The values of parameter mappings' expressions: {@code context.requestId}, {@code
 * stageVariables.x}, {@code method.request.header.X}; "" for what is absent.
 */
record Variables(
    Map<String, Object> context, Map<String, String> stageVariables, RestRequest request)
    implements UnaryOperator<String> {

  @Override
  public String apply(String expression) {
    var name = expression.substring(expression.lastIndexOf('.') + 1);
    return switch (expression) {
      case String e when e.startsWith("context.") -> nested(e.substring("context.".length()));
      case String e when e.startsWith("stageVariables.") -> stageVariables.getOrDefault(name, "");
      case String e when e.startsWith("method.request.header.") -> request.header(name).orElse("");
      case String e when e.startsWith("method.request.querystring.") ->
          RestRequest.last(request.query()).getOrDefault(name, "");
      default -> "";
    };
  }

  private String nested(String path) {
    Object value = context;
    for (var name : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value == null ? "" : value.toString();
  }
}
