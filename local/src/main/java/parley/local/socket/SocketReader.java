package parley.local.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.local.gateway.FunctionUri;
import parley.local.mapping.MappingTemplate;
import parley.local.socket.SocketRoute.Templates;
import parley.local.template.Resource;
import parley.local.template.Stack;

/**
 * Reads one WebSocket API from the stack. Throws {@link IllegalArgumentException} for a value that
 * the twin does not implement.
 */
final class SocketReader {

  private final Stack stack;
  private final Resource api;
  private final String apiId;
  private final Map<String, Resource> integrations;
  private final Map<String, Resource> authorizers;
  private final Set<String> answered = new HashSet<>();

  SocketReader(Stack stack, Resource api) {
    this.stack = stack;
    this.api = api;
    this.apiId = stack.names().id(api.id(), 10);
    this.integrations = byId(SocketTypes.INTEGRATION);
    this.authorizers = byId(SocketTypes.AUTHORIZER);
    own(SocketTypes.ROUTE_RESPONSE).forEach(response -> answered.add(response.text("RouteId")));
  }

  SocketApi read() {
    check(api, "ProtocolType", "WEBSOCKET");
    if (!Selection.known(api.text("RouteSelectionExpression"))) {
      throw unknown(api, "RouteSelectionExpression", "$request.body.NAME");
    }
    return new SocketApi(
        apiId,
        stack.names().region(),
        stack.names().account(),
        api.text("RouteSelectionExpression"),
        own(SocketTypes.STAGE).stream()
            .collect(Collectors.toMap(s -> s.text("StageName"), s -> variables(s))),
        own(SocketTypes.ROUTE).stream()
            .map(this::route)
            .collect(Collectors.toMap(SocketRoute::key, Function.identity())));
  }

  private SocketRoute route(Resource route) {
    var target = route.text("Target").replaceFirst("^integrations/", "");
    var integration = integrations.get(target);
    if (integration == null) {
      throw unknown(route, "Target", "integrations/ID of " + integrations.keySet());
    }
    return new SocketRoute(
        route.text("RouteKey"),
        function(integration),
        templates(integration, "RequestTemplates"),
        !integration.text("PassthroughBehavior").equals("NEVER"),
        answered.contains(stack.names().id(route.id(), 7)),
        responses(target),
        authorizer(route));
  }

  private static Optional<String> function(Resource integration) {
    return switch (integration.text("IntegrationType")) {
      case "MOCK" -> Optional.empty();
      case "AWS" -> Optional.of(FunctionUri.arn(integration.text("IntegrationUri")));
      default -> throw unknown(integration, "IntegrationType", "AWS, MOCK");
    };
  }

  private Map<String, Templates> responses(String integration) {
    var responses = new HashMap<String, Templates>();
    for (var response : own(SocketTypes.INTEGRATION_RESPONSE)) {
      if (response.text("IntegrationId").equals(integration)) {
        responses.put(
            response.text("IntegrationResponseKey"), templates(response, "ResponseTemplates"));
      }
    }
    return responses;
  }

  private Optional<SocketAuthorizer> authorizer(Resource route) {
    return switch (route.text("AuthorizationType")) {
      case "NONE", "" -> Optional.empty();
      case "CUSTOM" -> {
        var authorizer = authorizers.get(route.text("AuthorizerId"));
        if (authorizer == null) {
          throw unknown(route, "AuthorizerId", authorizers.keySet().toString());
        }
        check(authorizer, "AuthorizerType", "REQUEST");
        yield Optional.of(
            new SocketAuthorizer(
                route.text("AuthorizerId"),
                FunctionUri.arn(authorizer.text("AuthorizerUri")),
                sources(authorizer)));
      }
      default -> throw unknown(route, "AuthorizationType", "NONE, CUSTOM");
    };
  }

  private static List<String> sources(Resource authorizer) {
    var sources = texts(authorizer.get("IdentitySource"));
    for (var source : sources) {
      if (!source.startsWith(SocketAuthorizer.QUERY)
          && !source.startsWith(SocketAuthorizer.HEADER)) {
        throw unknown(
            authorizer,
            "IdentitySource",
            SocketAuthorizer.QUERY + "X, " + SocketAuthorizer.HEADER + "X");
      }
    }
    return sources;
  }

  private static Templates templates(Resource resource, String property) {
    var selection = resource.text("TemplateSelectionExpression");
    if (!selection.isEmpty() && !selection.startsWith("\\") && !Selection.known(selection)) {
      throw unknown(resource, "TemplateSelectionExpression", "\\TEXT, $request.body.NAME");
    }
    var templates = new HashMap<String, MappingTemplate>();
    resource
        .get(property)
        .properties()
        .forEach(
            t ->
                templates.put(
                    t.getKey(),
                    MappingTemplate.parse(
                        resource.id() + " " + t.getKey(), t.getValue().asText())));
    return new Templates(selection, templates);
  }

  private static Map<String, String> variables(Resource stage) {
    return stage.get("StageVariables").properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, v -> v.getValue().asText()));
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private List<Resource> own(String type) {
    return stack.all(type).stream().filter(r -> r.text("ApiId").equals(apiId)).toList();
  }

  private Map<String, Resource> byId(String type) {
    return own(type).stream()
        .collect(Collectors.toMap(r -> stack.names().id(r.id(), 7), Function.identity()));
  }

  private static void check(Resource resource, String property, String only) {
    if (!resource.text(property).equals(only)) {
      throw unknown(resource, property, only);
    }
  }

  private static IllegalArgumentException unknown(
      Resource resource, String property, String allowed) {
    return new IllegalArgumentException(
        "%s: %s is %s; the twin implements %s"
            .formatted(resource.id(), property, resource.text(property), allowed));
  }
}
