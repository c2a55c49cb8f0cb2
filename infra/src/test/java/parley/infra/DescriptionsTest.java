package parley.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.infra.platform.OpenApi;

/** What the APIs' descriptions say is what is deployed. */
class DescriptionsTest {

  private static final Synthesized STACK = Synthesized.FULL;
  private static final Path OPENAPI = Path.of("../api/openapi.yaml");
  private static final Path ASYNCAPI = Path.of("../api/asyncapi.yaml");
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  @Test
  void everyOperationIsARouteAndEveryRouteAnOperation() throws IOException {
    assertThat(routes(STACK)).isEqualTo(describedRoutes(operation -> true));
    assertThat(routes(Synthesized.DEMO))
        .isEqualTo(describedRoutes(operation -> !operation.has("x-add-on")));
  }

  private static TreeSet<String> describedRoutes(Predicate<JsonNode> wanted) throws IOException {
    var described = new TreeSet<String>();
    read(OPENAPI)
        .path("paths")
        .properties()
        .forEach(
            path ->
                METHODS.stream()
                    .filter(method -> path.getValue().has(method))
                    .filter(method -> wanted.test(path.getValue().path(method)))
                    .forEach(
                        method ->
                            described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return described;
  }

  private static TreeSet<String> routes(Synthesized stack) {
    var paths = new Paths(stack);
    return stack.all("AWS::ApiGateway::Method").values().stream()
        .map(method -> method.path("HttpMethod").asText() + " " + paths.of(method))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyModelIsTheSchemaOfThatName() {
    var api = OpenApi.read(OPENAPI);
    var models = STACK.all("AWS::ApiGateway::Model");
    assertThat(models).isNotEmpty();
    models
        .values()
        .forEach(
            model ->
                assertThat(model.path("Schema"))
                    .isEqualTo(api.schema(model.path("Name").asText())));
  }

  /** API Gateway knows draft 4: what it does not know it would ignore, or refuse. */
  @Test
  void modelsUseOnlyWhatApiGatewayKnows() {
    var known =
        Set.of(
            "type",
            "description",
            "properties",
            "required",
            "items",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "minItems",
            "maxItems");
    STACK
        .all("AWS::ApiGateway::Model")
        .values()
        .forEach(model -> assertKnown(model.path("Schema"), known));
  }

  @Test
  void everyRouteIsCheckedAndRequiresASignedInPersonUnlessItsDescriptionSaysOtherwise()
      throws IOException {
    var open = describedRoutes(operation -> operation.path("security").isArray());
    var paths = new Paths(STACK);
    STACK
        .all("AWS::ApiGateway::Method")
        .forEach(
            (id, method) -> {
              var route = method.path("HttpMethod").asText() + " " + paths.of(method);
              assertThat(method.path("AuthorizationType").asText())
                  .as(id)
                  .isEqualTo(open.contains(route) ? "NONE" : "COGNITO_USER_POOLS");
              assertThat(method.has("RequestValidatorId")).as(id).isTrue();
              assertThat(method.at("/Integration/PassthroughBehavior").asText())
                  .as(id)
                  .isEqualTo("NEVER");
            });
  }

  @Test
  void everyReceivedFrameIsASocketsRouteAndEveryRouteAFrame() throws IOException {
    assertThat(actions(STACK)).isEqualTo(describedActions(operation -> true));
    assertThat(actions(Synthesized.DEMO))
        .isEqualTo(describedActions(operation -> !operation.has("x-add-on")));
  }

  private static TreeSet<String> describedActions(Predicate<JsonNode> wanted) throws IOException {
    var document = read(ASYNCAPI);
    return document
        .path("operations")
        .propertyStream()
        .filter(operation -> operation.getValue().path("action").asText().equals("receive"))
        .filter(operation -> wanted.test(operation.getValue()))
        .map(operation -> "/components/messages/%s".formatted(operation.getKey()))
        .map(message -> document.at(message + "/payload/properties/action/const").asText())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> actions(Synthesized stack) {
    var deployed =
        stack.all("AWS::ApiGatewayV2::Route").values().stream()
            .map(route -> route.path("RouteKey").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(deployed).contains("$connect", "$disconnect", "$default");
    deployed.removeIf(key -> key.startsWith("$"));
    return deployed;
  }

  @Test
  void everyReferenceOfTheSocketsDescriptionHasATarget() throws IOException {
    var socket = read(ASYNCAPI);
    var rest = read(OPENAPI);
    for (var reference : socket.findValuesAsText("$ref")) {
      var parts = reference.split("#", 2);
      var target = (parts[0].isEmpty() ? socket : rest).at(parts[1]);
      assertThat(target.isMissingNode()).as(reference).isFalse();
    }
  }

  @Test
  void gatewaysOwnRefusalsHaveDescribedCodes() throws IOException {
    var codes = read(OPENAPI).at("/components/schemas/Problem/properties/code/enum");
    var described = codes.valueStream().map(JsonNode::asText).toList();
    STACK
        .all("AWS::ApiGateway::GatewayResponse")
        .forEach(
            (id, response) -> {
              var problem = response.at("/ResponseTemplates/application~1json").asText();
              assertThat(described)
                  .as(id)
                  .contains(problem.replaceAll(".*\"code\":\"([a-z-]+)\".*", "$1"));
              assertThat(problem)
                  .as(id)
                  .contains("\"status\":" + response.path("StatusCode").asText());
            });
  }

  private static void assertKnown(JsonNode schema, Set<String> known) {
    schema.properties().forEach(keyword -> assertThat(known).contains(keyword.getKey()));
    schema.path("properties").forEach(property -> assertKnown(property, known));
    if (schema.has("items")) {
      assertKnown(schema.path("items"), known);
    }
  }

  private static JsonNode read(Path file) throws IOException {
    return new YAMLMapper().readTree(file.toFile());
  }
}
