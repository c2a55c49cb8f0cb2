package parley.infra;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** The paths of a REST API's methods, put together from its resources. */
final class Paths {

  private final Map<String, JsonNode> resources;

  Paths(Synthesized stack) {
    resources = stack.all("AWS::ApiGateway::Resource");
  }

  /** The path of a method, such as {@code /rooms/{room}}. */
  String of(JsonNode method) {
    return path(method.path("ResourceId"));
  }

  private String path(JsonNode id) {
    var resource = resources.get(id.path("Ref").asText());
    return resource == null
        ? ""
        : path(resource.path("ParentId")) + "/" + resource.path("PathPart").asText();
  }
}
