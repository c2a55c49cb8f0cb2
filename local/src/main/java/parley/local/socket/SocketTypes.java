package parley.local.socket;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;
import parley.local.template.ResourceType.Value;

/** The resource types of WebSocket APIs, and the ids that they are given. */
final class SocketTypes {

  static final String API = "AWS::ApiGatewayV2::Api";
  static final String ROUTE = "AWS::ApiGatewayV2::Route";
  static final String INTEGRATION = "AWS::ApiGatewayV2::Integration";
  static final String INTEGRATION_RESPONSE = "AWS::ApiGatewayV2::IntegrationResponse";
  static final String ROUTE_RESPONSE = "AWS::ApiGatewayV2::RouteResponse";
  static final String AUTHORIZER = "AWS::ApiGatewayV2::Authorizer";
  static final String STAGE = "AWS::ApiGatewayV2::Stage";

  private static final Value ID = (names, id) -> names.id(id, 7);
  private static final Value API_ID = (names, id) -> names.id(id, 10);

  private SocketTypes() {}

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            API,
            Set.of("ProtocolType", "RouteSelectionExpression"),
            Set.of("Name", "Description", "Tags"),
            API_ID,
            Map.of(
                "ApiId",
                API_ID,
                "ApiEndpoint",
                (names, id) ->
                    "wss://%s.execute-api.%s.amazonaws.com"
                        .formatted(names.id(id, 10), names.region()))),
        new ResourceType(
            ROUTE,
            Set.of(
                "ApiId",
                "RouteKey",
                "Target",
                "AuthorizationType",
                "AuthorizerId",
                "RouteResponseSelectionExpression"),
            Set.of("OperationName"),
            ID,
            Map.of("RouteId", ID)),
        new ResourceType(
            INTEGRATION,
            Set.of(
                "ApiId",
                "IntegrationType",
                "IntegrationMethod",
                "IntegrationUri",
                "PassthroughBehavior",
                "RequestTemplates",
                "TemplateSelectionExpression"),
            Set.of("Description"),
            ID,
            Map.of("IntegrationId", ID)),
        new ResourceType(
            INTEGRATION_RESPONSE,
            Set.of(
                "ApiId",
                "IntegrationId",
                "IntegrationResponseKey",
                "ResponseTemplates",
                "TemplateSelectionExpression"),
            Set.of(),
            ID,
            Map.of("IntegrationResponseId", ID)),
        new ResourceType(
            ROUTE_RESPONSE,
            Set.of("ApiId", "RouteId", "RouteResponseKey"),
            Set.of(),
            ID,
            Map.of("RouteResponseId", ID)),
        new ResourceType(
            AUTHORIZER,
            Set.of("ApiId", "AuthorizerType", "AuthorizerUri", "IdentitySource"),
            Set.of("Name"),
            ID,
            Map.of("AuthorizerId", ID)),
        new ResourceType(
            "AWS::ApiGatewayV2::Deployment",
            Set.of("ApiId"),
            Set.of("Description"),
            ID,
            Map.of("DeploymentId", ID)),
        new ResourceType(
            STAGE,
            Set.of("ApiId", "StageName", "DeploymentId", "StageVariables", "AutoDeploy"),
            Set.of(
                "DefaultRouteSettings",
                "RouteSettings",
                "AccessLogSettings",
                "Description",
                "Tags"),
            (PropertyValue) (names, id, properties) -> properties.apply("StageName"),
            Map.of()));
  }
}
