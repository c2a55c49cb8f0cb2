package parley.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import parley.local.gateway.GatewayResponses.Configured;
import parley.local.gateway.Integration.Response;
import parley.local.issuer.Tokens;
import parley.local.mapping.MappingTemplate;
import parley.local.template.Resource;
import parley.local.template.Stack;

/**
 * Reads one REST API from the stack. Throws {@link IllegalArgumentException} for a value that the
 * twin does not implement.
 */
final class RestReader {

  /** API Gateway's own limit for an integration, and its default. */
  private static final int LONGEST_MILLIS = 29_000;

  private static final String MODELS = "https://apigateway.amazonaws.com/restapis/%s/models/%s";
  private static final Pattern NOT_A_VARIABLE =
      Pattern.compile("\\$(input|util)\\b|#(set|if|foreach|end)\\b");

  private final Stack stack;
  private final Resource api;
  private final String apiId;
  private final Tokens tokens;
  private final Map<String, Resource> resources;
  private final Map<String, Resource> authorizers;
  private final Map<String, Resource> validators;
  private final Map<String, Model> models = new HashMap<>();

  RestReader(Stack stack, Resource api, Tokens tokens) {
    this.stack = stack;
    this.api = api;
    this.apiId = stack.names().id(api.id(), 10);
    this.tokens = tokens;
    this.resources = byId(RestTypes.RESOURCE);
    this.authorizers = byId(RestTypes.AUTHORIZER);
    this.validators = byId(RestTypes.VALIDATOR);
    readModels();
  }

  RestApi read(Invoker invoker, Actions actions) {
    return new RestApi(
        apiId, stack.names().account(), stages(), routes(), responses(), invoker, actions);
  }

  private Map<String, Map<String, String>> stages() {
    return own(RestTypes.STAGE).stream()
        .collect(Collectors.toMap(s -> s.text("StageName"), s -> Json.texts(s.get("Variables"))));
  }

  private List<Route> routes() {
    var byPath = new LinkedHashMap<String, Map<String, Method>>();
    for (var method : own(RestTypes.METHOD)) {
      var path = path(method.text("ResourceId"));
      byPath
          .computeIfAbsent(path, p -> new HashMap<>())
          .put(method.text("HttpMethod"), method(path, method));
    }
    var routes = new ArrayList<Route>();
    byPath.forEach((path, methods) -> routes.add(new Route(path, methods)));
    routes.sort(Comparator.comparing(Route::precedence));
    return List.copyOf(routes);
  }

  private String path(String resourceId) {
    if (resourceId.equals(RestTypes.root(stack.names(), api.id()))) {
      return "/";
    }
    var resource = known(resources, resourceId, "resource");
    var parent = path(resource.text("ParentId"));
    return (parent.equals("/") ? "" : parent) + "/" + resource.text("PathPart");
  }

  private Method method(String path, Resource method) {
    var validator = Optional.of(method.text("RequestValidatorId")).filter(id -> !id.isEmpty());
    var checks = validator.map(id -> known(validators, id, "request validator"));
    return new Method(
        path,
        method.text("HttpMethod"),
        authorizer(method),
        checks
            .filter(v -> v.get("ValidateRequestParameters").asBoolean())
            .map(v -> required(method))
            .orElse(List.of()),
        checks
            .filter(v -> v.get("ValidateRequestBody").asBoolean())
            .map(v -> modelsOf(method))
            .orElse(Map.of()),
        integration(method),
        statuses(method));
  }

  private Optional<Authorizer> authorizer(Resource method) {
    return switch (method.text("AuthorizationType")) {
      case "NONE", "" -> Optional.empty();
      case "COGNITO_USER_POOLS" -> {
        var authorizer = known(authorizers, method.text("AuthorizerId"), "authorizer");
        var source = authorizer.text("IdentitySource");
        var pools = new ArrayList<String>();
        authorizer.get("ProviderARNs").forEach(arn -> pools.add(arn.asText()));
        yield Optional.of(
            new Authorizer(source.substring(source.lastIndexOf('.') + 1), pools, tokens));
      }
      case String other ->
          throw unknown(method, "AuthorizationType", other, "NONE, COGNITO_USER_POOLS");
    };
  }

  private static List<String> required(Resource method) {
    return method.get("RequestParameters").properties().stream()
        .filter(parameter -> parameter.getValue().asBoolean())
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<String, Model> modelsOf(Resource method) {
    return Json.members(
        method.get("RequestModels"),
        (type, name) -> {
          var model = models.get(name.asText());
          if (model == null) {
            throw unknown(method, "RequestModels", name.asText(), models.keySet().toString());
          }
          return model;
        });
  }

  private static java.util.Set<String> statuses(Resource method) {
    var statuses = new java.util.HashSet<String>();
    method.get("MethodResponses").forEach(r -> statuses.add(r.path("StatusCode").asText()));
    return statuses;
  }

  private static Integration integration(Resource method) {
    var passthrough = method.get("Integration.PassthroughBehavior").asText("WHEN_NO_MATCH");
    var responses = new ArrayList<Response>();
    method
        .get("Integration.IntegrationResponses")
        .forEach(response -> responses.add(response(method, response)));
    return new Integration(
        TargetReader.read(method),
        passthrough,
        templates(method, method.get("Integration.RequestTemplates")),
        responses,
        Duration.ofMillis(method.get("Integration.TimeoutInMillis").asInt(LONGEST_MILLIS)));
  }

  private static Response response(Resource method, JsonNode response) {
    return new Response(
        Optional.of(response.path("SelectionPattern").asText())
            .filter(pattern -> !pattern.isEmpty())
            .map(Pattern::compile),
        response.path("StatusCode").asText(),
        templates(method, response.path("ResponseTemplates")),
        Json.texts(response.path("ResponseParameters")));
  }

  private static Map<String, MappingTemplate> templates(Resource method, JsonNode templates) {
    return Json.members(
        templates, (type, text) -> MappingTemplate.parse(method.id() + " " + type, text.asText()));
  }

  private GatewayResponses responses() {
    var all = new HashMap<String, Configured>();
    for (var response : own(RestTypes.RESPONSE)) {
      var templates = Json.texts(response.get("ResponseTemplates"));
      templates.values().stream()
          .filter(text -> NOT_A_VARIABLE.matcher(text).find())
          .forEach(
              text -> {
                throw unknown(
                    response, "ResponseTemplates", text, "text with $context and $stageVariables");
              });
      all.put(
          response.text("ResponseType"),
          new Configured(
              Optional.of(response.text("StatusCode"))
                  .filter(status -> !status.isEmpty())
                  .map(Integer::valueOf),
              templates,
              Json.texts(response.get("ResponseParameters"))));
    }
    return new GatewayResponses(all);
  }

  private void readModels() {
    var schemas = new HashMap<String, JsonNode>();
    own(RestTypes.MODEL).forEach(model -> schemas.put(model.text("Name"), model.get("Schema")));
    var addresses = new HashMap<String, String>();
    schemas.forEach(
        (name, schema) -> addresses.put(MODELS.formatted(apiId, name), schema.toString()));
    schemas.forEach((name, schema) -> models.put(name, Model.of(schema, addresses)));
  }

  private List<Resource> own(String type) {
    return stack.all(type).stream().filter(r -> r.text("RestApiId").equals(apiId)).toList();
  }

  private Map<String, Resource> byId(String type) {
    return own(type).stream()
        .collect(Collectors.toMap(r -> stack.names().id(r.id(), 6), Function.identity()));
  }

  private static Resource known(Map<String, Resource> all, String id, String kind) {
    var found = all.get(id);
    if (found == null) {
      throw new IllegalArgumentException("the API has no %s %s".formatted(kind, id));
    }
    return found;
  }

  static IllegalArgumentException unknown(
      Resource resource, String property, String got, String allowed) {
    return new IllegalArgumentException(
        "%s: %s is %s; the twin implements %s".formatted(resource.id(), property, got, allowed));
  }
}
