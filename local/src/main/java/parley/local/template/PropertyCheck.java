package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds a resource's properties against what its {@link ResourceType} names: each is implemented,
 * knowingly without effect, or unknown.
 */
final class PropertyCheck {

  private final ResourceType type;
  private final Set<String> unknown = new TreeSet<>();
  private final Set<String> inert = new TreeSet<>();

  private PropertyCheck(ResourceType type) {
    this.type = type;
  }

  static PropertyCheck of(ResourceType type, JsonNode properties) {
    var check = new PropertyCheck(type);
    check.below(properties, "", false);
    return check;
  }

  /** Paths of properties that are set and not implemented. */
  Set<String> unknown() {
    return unknown;
  }

  /** Paths of properties that are set and without effect. */
  Set<String> inert() {
    return inert;
  }

  private void below(JsonNode node, String path, boolean covered) {
    if (node.isArray()) {
      node.forEach(element -> below(element, path, covered));
    } else if (node.isObject()) {
      for (var member : node.properties()) {
        var child = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
        member(member.getValue(), child, covered);
      }
    } else if (!covered) {
      unknown.add(path);
    }
  }

  private void member(JsonNode value, String path, boolean coveredAbove) {
    var narrowed = hasBelow(type.implemented(), path);
    var named = coveredAbove || type.implemented().contains(path);
    if (type.inert().contains(path) && !narrowed) {
      inert.add(path);
    } else if (narrowed) {
      if (value.isContainerNode()) {
        below(value, path, false);
      } else if (!named) {
        unknown.add(path);
      }
    } else if (hasBelow(type.inert(), path)) {
      below(value, path, named);
    } else if (!named) {
      unknown.add(path);
    }
  }

  private static boolean hasBelow(Set<String> paths, String path) {
    return paths.stream().anyMatch(p -> p.startsWith(path + "."));
  }
}
