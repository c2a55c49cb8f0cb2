package parley.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A stack that is acceptable and resolved. */
public final class ResolvedStack implements Stack {

  private final Names names;
  private final Map<String, Resource> resources;
  private final JsonNode raw;
  private final Map<String, String> outputs;
  private final Map<String, Set<String>> inert;

  ResolvedStack(
      Names names,
      Map<String, Resource> resources,
      JsonNode raw,
      Map<String, String> outputs,
      Map<String, Set<String>> inert) {
    this.names = names;
    this.resources = resources;
    this.raw = raw;
    this.outputs = outputs;
    this.inert = inert;
  }

  @Override
  public Names names() {
    return names;
  }

  @Override
  public List<Resource> all(String type) {
    return resources.values().stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** All resources, in the template's order. */
  public List<Resource> all() {
    return List.copyOf(resources.values());
  }

  @Override
  public Resource get(String logicalId) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      throw new IllegalArgumentException("the stack has no resource " + logicalId);
    }
    return resource;
  }

  @Override
  public JsonNode raw(String logicalId) {
    return raw.path(get(logicalId).id()).path("Properties");
  }

  /** How many resources it has. */
  public int size() {
    return resources.size();
  }

  @Override
  public Map<String, String> outputs() {
    return outputs;
  }

  /** What is there and has no effect: properties by their resource's type; none means all of it. */
  public Map<String, Set<String>> inert() {
    return inert;
  }
}
