package parley.infra.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The REST API's description: the one source of what API Gateway checks before a function runs. */
public final class OpenApi {

  private static final YAMLMapper YAML = new YAMLMapper();

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /** Reads it from a file. */
  public static OpenApi read(Path file) {
    try {
      return new OpenApi(YAML.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the API's description", e);
    }
  }

  /** An operation. Throws {@link IllegalArgumentException} where the description has none such. */
  public Operation operation(String method, String path) {
    var item = document.path("paths").path(path);
    var operation = item.path(method.toLowerCase(java.util.Locale.ROOT));
    if (operation.isMissingNode()) {
      throw new IllegalArgumentException(
          "%s %s has a route, and no operation in api/openapi.yaml".formatted(method, path));
    }
    var parameters = new ArrayList<Parameter>();
    for (var written : List.of(item.path("parameters"), operation.path("parameters"))) {
      written.forEach(parameter -> parameters.add(parameter(parameter)));
    }
    var body = operation.at("/requestBody/content/application~1json/schema/$ref").asText();
    var security = operation.path("security");
    return new Operation(
        parameters,
        body.substring(body.lastIndexOf('/') + 1),
        security.isArray() && security.isEmpty());
  }

  /** A schema of its components, with every reference replaced by what it names. */
  public JsonNode schema(String name) {
    return resolve(document.path("components").path("schemas").path(name));
  }

  private Parameter parameter(JsonNode written) {
    var parameter = written.has("$ref") ? target(written) : written;
    return new Parameter(
        parameter.path("name").asText(),
        parameter.path("in").asText(),
        parameter.path("required").asBoolean());
  }

  private JsonNode resolve(JsonNode node) {
    if (node.has("$ref")) {
      return resolve(target(node));
    }
    JsonNode copy = node.deepCopy();
    if (copy instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(resolve(member.getValue())));
    } else if (copy instanceof ArrayNode array) {
      for (var i = 0; i < array.size(); i++) {
        array.set(i, resolve(array.get(i)));
      }
    }
    return copy;
  }

  private JsonNode target(JsonNode reference) {
    var target = document.at(reference.path("$ref").asText().substring(1));
    if (target.isMissingNode()) {
      throw new IllegalArgumentException("api/openapi.yaml refers to nothing: " + reference);
    }
    return target;
  }

  /**
   * An operation.
   *
   * @param parameters those of the path, the query and the headers
   * @param body the name of the body's schema; "" where there is no body
   * @param open true where whoever calls it has not signed in
   */
  public record Operation(List<Parameter> parameters, String body, boolean open) {}

  /**
   * A parameter.
   *
   * @param name as a client writes it
   * @param in {@code path}, {@code query} or {@code header}
   * @param required true where API Gateway refuses a request without it
   */
  public record Parameter(String name, String in, boolean required) {}
}
