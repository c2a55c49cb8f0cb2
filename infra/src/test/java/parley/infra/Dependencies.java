package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which resource CloudFormation makes before which. */
final class Dependencies {

  private static final Pattern IN_SUB = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

  private final Map<String, Set<String>> before = new HashMap<>();

  Dependencies(Synthesized stack) {
    this(stack.template());
  }

  Dependencies(JsonNode template) {
    template
        .path("Resources")
        .properties()
        .forEach(resource -> before.put(resource.getKey(), namedIn(resource.getValue())));
    before.values().forEach(named -> named.retainAll(before.keySet()));
  }

  /** What a resource waits for. */
  Set<String> of(String id) {
    return before.getOrDefault(id, Set.of());
  }

  /** A ring of resources that all wait for each other. */
  Optional<List<String>> ring() {
    var done = new TreeSet<String>();
    for (var id : new TreeSet<>(before.keySet())) {
      var ring = ring(id, new LinkedHashSet<>(), done);
      if (ring.isPresent()) {
        return ring;
      }
    }
    return Optional.empty();
  }

  private Optional<List<String>> ring(String id, LinkedHashSet<String> way, Set<String> done) {
    if (done.contains(id)) {
      return Optional.empty();
    }
    if (!way.add(id)) {
      return Optional.of(way.stream().dropWhile(step -> !step.equals(id)).toList());
    }
    for (var next : of(id)) {
      var ring = ring(next, way, done);
      if (ring.isPresent()) {
        return ring;
      }
    }
    way.remove(id);
    done.add(id);
    return Optional.empty();
  }

  private static Set<String> namedIn(JsonNode resource) {
    var named = new TreeSet<String>();
    resource.findValues("Ref").forEach(ref -> named.add(ref.asText()));
    resource.findValues("Fn::GetAtt").forEach(attribute -> named.add(attribute.path(0).asText()));
    resource
        .findValues("Fn::Sub")
        .forEach(
            sub -> IN_SUB.matcher(sub.toString()).results().forEach(m -> named.add(m.group(1))));
    resource.path("DependsOn").forEach(id -> named.add(id.asText()));
    return named;
  }
}
