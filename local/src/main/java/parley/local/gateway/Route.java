package parley.local.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource's path, such as {@code /rooms/{room}} or {@code /files/{proxy+}}, and what its methods
 * do.
 *
 * @param path the path as the template has it
 * @param methods by HTTP method; {@code ANY} takes all that no other takes
 */
record Route(String path, Map<String, Method> methods) {

  /** The path's parameters, where it matches these decoded segments. */
  Optional<Map<String, String>> match(List<String> segments) {
    var params = new HashMap<String, String>();
    var parts = parts();
    for (var i = 0; i < parts.size(); i++) {
      var part = parts.get(i);
      if (i >= segments.size()) {
        return Optional.empty();
      }
      if (greedy(part)) {
        params.put(
            part.substring(1, part.length() - 2),
            String.join("/", segments.subList(i, segments.size())));
        return Optional.of(params);
      }
      if (variable(part)) {
        params.put(part.substring(1, part.length() - 1), segments.get(i));
      } else if (!part.equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return parts.size() == segments.size() ? Optional.of(params) : Optional.empty();
  }

  /** Sorts static segments before variable ones, and those before greedy ones. */
  String precedence() {
    var key = new StringBuilder();
    for (var part : parts()) {
      key.append(greedy(part) ? '2' : variable(part) ? '1' : '0');
    }
    return key.toString();
  }

  Optional<Method> method(String name) {
    return Optional.ofNullable(methods.getOrDefault(name, methods.get("ANY")));
  }

  private List<String> parts() {
    return segments(path);
  }

  static List<String> segments(String path) {
    var bare = path.replaceAll("^/|/$", "");
    return bare.isEmpty() ? List.of() : List.of(bare.split("/", -1));
  }

  private static boolean variable(String part) {
    return part.startsWith("{") && part.endsWith("}");
  }

  private static boolean greedy(String part) {
    return part.startsWith("{") && part.endsWith("+}");
  }
}
