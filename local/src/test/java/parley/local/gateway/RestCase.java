package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import parley.local.FakeAuthority;
import parley.local.FakeAws;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.issuer.Tokens;
import parley.local.journal.Journal;
import parley.local.template.Names;

/** A REST API with an authorizer, models, mapping templates and gateway responses. */
abstract class RestCase {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String POOL = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/p";
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T06:07:54Z"), ZoneOffset.UTC);

  static final String TEMPLATE =
      """
      {
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "demo"}},
        "Stage": {"Type": "AWS::ApiGateway::Stage", "Properties":
          {"RestApiId": "{{Api}}", "StageName": "api", "Variables": {"color": "blue"}}},
        "Checked": {"Type": "AWS::ApiGateway::RequestValidator", "Properties":
          {"RestApiId": "{{Api}}", "ValidateRequestBody": true, "ValidateRequestParameters": true}},
        "People": {"Type": "AWS::ApiGateway::Authorizer", "Properties":
          {"RestApiId": "{{Api}}", "Type": "COGNITO_USER_POOLS", "ProviderARNs": ["%1$s"],
           "IdentitySource": "method.request.header.Authorization"}},
        "NewRoom": {"Type": "AWS::ApiGateway::Model", "Properties":
          {"RestApiId": "{{Api}}", "Name": "NewRoom", "ContentType": "application/json", "Schema":
            {"$schema": "http://json-schema.org/draft-04/schema#", "type": "object", "required": ["name"],
             "properties": {"name": {"type": "string", "minLength": 1},
               "color": {"$ref": "https://apigateway.amazonaws.com/restapis/{{Api}}/models/Color"}}}}},
        "Color": {"Type": "AWS::ApiGateway::Model", "Properties":
          {"RestApiId": "{{Api}}", "Name": "Color", "ContentType": "application/json", "Schema":
            {"$schema": "http://json-schema.org/draft-04/schema#", "enum": ["red", "blue"]}}},
        "Rooms": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Api.RootResourceId}}", "PathPart": "rooms"}},
        "Room": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Rooms}}", "PathPart": "{room}"}},
        "Mine": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Rooms}}", "PathPart": "mine"}},
        "Rest": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Api.RootResourceId}}", "PathPart": "{proxy+}"}},
        "GetRooms": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Rooms}}", "HttpMethod": "GET", "AuthorizationType": "NONE",
           "RequestParameters": {"method.request.querystring.q": true, "method.request.querystring.next": false},
           "RequestValidatorId": "{{Checked}}", "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "MOCK", "PassthroughBehavior": "NEVER",
             "RequestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
             "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates":
               {"application/json": "$stageVariables.color $context.stage $context.requestTimeEpoch"}}]}}},
        "PostRooms": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Rooms}}", "HttpMethod": "POST",
           "AuthorizationType": "COGNITO_USER_POOLS", "AuthorizerId": "{{People}}",
           "RequestModels": {"application/json": "{{NewRoom}}"}, "RequestValidatorId": "{{Checked}}",
           "MethodResponses": [{"StatusCode": "200"}, {"StatusCode": "500"}],
           "Integration": {"Type": "AWS", "Uri": "%2$s", "PassthroughBehavior": "NEVER", "TimeoutInMillis": 29000,
             "RequestTemplates": {"application/json":
               "{\\"user\\": \\"$context.authorizer.claims.sub\\", \\"body\\": $input.json('$')}"},
             "IntegrationResponses": [
               {"StatusCode": "500", "SelectionPattern": "boom.*", "ResponseParameters":
                  {"method.response.header.Content-Type": "'text/plain'",
                   "method.response.header.X-Why": "integration.response.body.errorMessage"},
                "ResponseTemplates": {"application/json": "failed"}},
               {"StatusCode": "200", "ResponseTemplates": {"application/json":
                 "#set($context.responseOverride.status = $input.path('$.status'))#set($context.responseOverride.header.Content-Type = 'application/problem+json')$input.json('$.body')"}}]}}},
        "GetRoom": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Room}}", "HttpMethod": "GET", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "MOCK", "RequestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
             "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates":
               {"application/json": "room $context.resourcePath"}}]}}},
        "GetMine": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Mine}}", "HttpMethod": "GET", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "MOCK", "RequestTemplates": {"application/json": "{\\"statusCode\\": 200}"},
             "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates": {"application/json": "mine"}}]}}},
        "AnyRest": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Rest}}", "HttpMethod": "ANY", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "AWS", "Uri": "%3$s",
             "RequestTemplates": {"application/json": "{\\"proxy\\": \\"$input.params('proxy')\\"}"},
             "IntegrationResponses": [{"StatusCode": "200"}]}}},
        "Events": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Api.RootResourceId}}", "PathPart": "events"}},
        "PostEvents": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Events}}", "HttpMethod": "POST", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}, {"StatusCode": "429"}, {"StatusCode": "500"}],
           "Integration": {"Type": "AWS", "IntegrationHttpMethod": "POST",
             "Uri": "arn:aws:apigateway:us-east-1:kinesis:action/PutRecord",
             "Credentials": "arn:aws:iam::111122223333:role/puts", "PassthroughBehavior": "NEVER",
             "TimeoutInMillis": 29000,
             "RequestParameters": {"integration.request.header.Content-Type": "'application/x-amz-json-1.1'"},
             "RequestTemplates": {"application/json": "{\\"Data\\": \\"$util.base64Encode($input.json('$'))\\"}"},
             "IntegrationResponses": [
               {"StatusCode": "429", "SelectionPattern": "400", "ResponseTemplates":
                 {"application/json": "busy: $input.path('$.__type')"}},
               {"StatusCode": "500", "SelectionPattern": "5..", "ResponseTemplates": {"application/json": "failed"}},
               {"StatusCode": "200", "ResponseTemplates":
                 {"application/json": "{\\"at\\": $input.json('$.SequenceNumber')}"}}]}}},
        "Unknown": {"Type": "AWS::ApiGateway::GatewayResponse", "Properties":
          {"RestApiId": "{{Api}}", "ResponseType": "MISSING_AUTHENTICATION_TOKEN", "StatusCode": "404",
           "ResponseParameters": {"gatewayresponse.header.Content-Type": "'application/problem+json'",
             "gatewayresponse.header.X-Stage": "context.stage"},
           "ResponseTemplates": {"application/json":
             "{\\"code\\": \\"unknown-route\\", \\"id\\": \\"$context.requestId\\"}"}}},
        "Others": {"Type": "AWS::ApiGateway::GatewayResponse", "Properties":
          {"RestApiId": "{{Api}}", "ResponseType": "DEFAULT_4XX", "ResponseTemplates": {"application/json":
             "{\\"detail\\": $context.error.messageString, \\"type\\": \\"$context.error.responseType\\"}"}}}
      }
      """
          .formatted(POOL, FakeFunctions.uri("create"), FakeFunctions.uri("echo"));

  final FakeFunctions functions = new FakeFunctions();
  final Tokens tokens =
      (pool, token) ->
          pool.equals(POOL) && token.equals("good")
              ? Optional.of(Map.of("sub", "s-1", "auth_time", 7L))
              : Optional.empty();
  final Names names = FakeStack.freeNames();
  final FakeAuthority authority = new FakeAuthority();
  final FunctionPermission permission = new FunctionPermission(authority.guard(), names);
  final Journal journal = new Journal(CLOCK);
  final FakeAws kinesis = new FakeAws("kinesis");
  final RestApis apis =
      new RestApis(functions, kinesis.apis(authority), permission, tokens, journal, CLOCK);
  String apiId = "";

  @BeforeEach
  void start() throws Exception {
    var stack = new FakeStack(names, template(), List.of(apis));
    apis.start(stack);
    apiId = stack.names().id("Api", 10);
  }

  /** The stack's resources. */
  String template() {
    return TEMPLATE;
  }

  @AfterEach
  void stop() {
    apis.close();
  }

  RestAnswer get(String uri) {
    return send("GET", uri, Map.of(), "application/json", "");
  }

  RestAnswer post(String token, String type, String body) {
    return send("POST", "/api/rooms", Map.of("authorization", List.of(token)), type, body);
  }

  RestAnswer send(
      String method, String uri, Map<String, List<String>> headers, String type, String body) {
    var parts = uri.split("\\?", 2);
    var query = new LinkedHashMap<String, List<String>>();
    if (parts.length == 2) {
      var pair = parts[1].split("=");
      query.put(pair[0], List.of(pair[1]));
    }
    var all = new LinkedHashMap<>(headers);
    all.put("Content-Type", List.of(type));
    return apis.answer(
            apiId, new RestRequest(method, parts[0], query, all, body.getBytes(UTF_8), "127.0.0.1"))
        .orElseThrow();
  }

  static String body(RestAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  static JsonNode json(RestAnswer answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
