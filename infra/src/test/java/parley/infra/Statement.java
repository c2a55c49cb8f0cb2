package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import parley.infra.review.Plain;

/**
 * One statement of one of a stack's policies, wherever in a resource it stands.
 *
 * @param owner the logical id of the resource that holds it
 * @param at the property of the resource, such as {@code PolicyDocument}
 * @param json the statement
 */
record Statement(String owner, String at, JsonNode json) {

  /** All that allow something: of roles, of resources, of trust. */
  static List<Statement> allowing(Synthesized stack) {
    var found = new ArrayList<Statement>();
    stack.each((id, resource) -> collect(id, "", resource.path("Properties"), found));
    return found.stream().filter(s -> s.json.path("Effect").asText().equals("Allow")).toList();
  }

  /** True where a principal is allowed something, instead of a role something to do. */
  boolean ofResource() {
    return json.has("Principal") || json.has("NotPrincipal");
  }

  /** True where it says who may take a role on. */
  boolean ofTrust() {
    return at.equals("AssumeRolePolicyDocument");
  }

  List<String> actions() {
    return listed(json.path("Action")).stream().map(Plain::text).toList();
  }

  List<JsonNode> resources() {
    return listed(json.path("Resource"));
  }

  /** Members that name everything but what they list. */
  boolean excludes() {
    return json.has("NotAction") || json.has("NotResource") || json.has("NotPrincipal");
  }

  private static List<JsonNode> listed(JsonNode value) {
    if (value.isMissingNode()) {
      return List.of();
    }
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }

  private static void collect(String owner, String at, JsonNode node, List<Statement> found) {
    listed(node.path("Statement")).forEach(json -> found.add(new Statement(owner, at, json)));
    node.properties().forEach(p -> collect(owner, p.getKey(), p.getValue(), found));
    if (node.isArray()) {
      node.forEach(element -> collect(owner, at, element, found));
    }
  }
}
