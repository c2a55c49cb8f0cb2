package parley.local.gateway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.ResourceType;
import parley.local.template.ResourceType.PropertyValue;
import parley.local.template.ResourceType.Value;

/** The resource types of REST APIs, and the ids that they are given. */
final class RestTypes {

  static final String API = "AWS::ApiGateway::RestApi";
  static final String RESOURCE = "AWS::ApiGateway::Resource";
  static final String METHOD = "AWS::ApiGateway::Method";
  static final String MODEL = "AWS::ApiGateway::Model";
  static final String VALIDATOR = "AWS::ApiGateway::RequestValidator";
  static final String RESPONSE = "AWS::ApiGateway::GatewayResponse";
  static final String AUTHORIZER = "AWS::ApiGateway::Authorizer";
  static final String STAGE = "AWS::ApiGateway::Stage";

  private static final Value ID = (names, id) -> names.id(id, 6);

  private RestTypes() {}

  static List<ResourceType> all() {
    return List.of(
        new ResourceType(
            API,
            Set.of("Name"),
            Set.of("Description", "EndpointConfiguration", "MinimumCompressionSize", "Tags"),
            (names, id) -> names.id(id, 10),
            Map.of(
                "RootResourceId", RestTypes::root, "RestApiId", (names, id) -> names.id(id, 10))),
        new ResourceType(
            RESOURCE,
            Set.of("ParentId", "PathPart", "RestApiId"),
            Set.of(),
            ID,
            Map.of("ResourceId", ID)),
        method(),
        new ResourceType(
            MODEL,
            Set.of("ContentType", "Name", "RestApiId", "Schema"),
            Set.of("Description"),
            named("Name"),
            Map.of()),
        new ResourceType(
            VALIDATOR,
            Set.of("RestApiId", "ValidateRequestBody", "ValidateRequestParameters"),
            Set.of("Name"),
            ID,
            Map.of("RequestValidatorId", ID)),
        new ResourceType(
            RESPONSE,
            Set.of(
                "ResponseType",
                "RestApiId",
                "StatusCode",
                "ResponseParameters",
                "ResponseTemplates"),
            Set.of(),
            ID,
            Map.of("Id", ID)),
        new ResourceType(
            AUTHORIZER,
            Set.of("Type", "ProviderARNs", "IdentitySource", "RestApiId"),
            Set.of("Name", "AuthorizerResultTtlInSeconds"),
            ID,
            Map.of("AuthorizerId", ID)),
        new ResourceType(
            "AWS::ApiGateway::Deployment",
            Set.of("RestApiId"),
            Set.of("Description"),
            ID,
            Map.of("DeploymentId", ID)),
        new ResourceType(
            STAGE,
            Set.of("StageName", "RestApiId", "DeploymentId", "Variables"),
            Set.of("MethodSettings", "AccessLogSetting", "TracingEnabled", "Description", "Tags"),
            named("StageName"),
            Map.of()),
        new ResourceType(
            "AWS::ApiGateway::Account", Set.of(), Set.of("CloudWatchRoleArn"), ID, Map.of()));
  }

  /** The id of an API's root resource. */
  static String root(Names names, String api) {
    return names.id(api + "/root", 10);
  }

  private static ResourceType method() {
    return new ResourceType(
        METHOD,
        Set.of(
            "HttpMethod",
            "ResourceId",
            "RestApiId",
            "AuthorizationType",
            "AuthorizerId",
            "RequestModels",
            "RequestParameters",
            "RequestValidatorId",
            "MethodResponses",
            "Integration.Credentials",
            "Integration.RequestParameters",
            "Integration.Type",
            "Integration.IntegrationHttpMethod",
            "Integration.Uri",
            "Integration.PassthroughBehavior",
            "Integration.RequestTemplates",
            "Integration.IntegrationResponses.SelectionPattern",
            "Integration.IntegrationResponses.StatusCode",
            "Integration.IntegrationResponses.ResponseTemplates",
            "Integration.IntegrationResponses.ResponseParameters",
            "Integration.TimeoutInMillis"),
        Set.of("OperationName"),
        ID,
        Map.of());
  }

  private static PropertyValue named(String property) {
    return (names, id, properties) -> properties.apply(property);
  }
}
