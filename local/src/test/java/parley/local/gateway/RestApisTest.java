package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.issuer.Tokens;

final class RestApisTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String POOL = "arn:aws:cognito-idp:us-east-1:111122223333:userpool/p";
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T06:07:54Z"), ZoneOffset.UTC);

  private static final String TEMPLATE =
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
           "Integration": {"Type": "AWS", "Uri": "%2$s", "PassthroughBehavior": "NEVER", "TimeoutInMillis": 100,
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

  private final FakeFunctions functions = new FakeFunctions();
  private final Tokens tokens =
      (pool, token) ->
          pool.equals(POOL) && token.equals("good")
              ? Optional.of(Map.of("sub", "s-1", "auth_time", 7L))
              : Optional.empty();
  private final RestApis apis = new RestApis(functions, tokens, CLOCK);
  private String apiId = "";

  @BeforeEach
  void start() throws Exception {
    var stack = new FakeStack(FakeStack.freeNames(), TEMPLATE, List.of(apis));
    apis.start(stack);
    apiId = stack.names().id("Api", 10);
  }

  @AfterEach
  void stop() {
    apis.close();
  }

  @Test
  void aRequestBecomesARecordAndAReplyBecomesAResponse() throws Exception {
    functions.with("create", event -> "{\"status\": 201, \"body\": {\"seq\": 7}}");

    var answer = post("good", "application/json; charset=utf-8", "{\"name\": \"Ada's\"}");

    assertThat(functions.seen("create").poll())
        .isEqualTo(JSON.readTree("{\"user\": \"s-1\", \"body\": {\"name\": \"Ada's\"}}"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(body(answer)).isEqualTo("{\"seq\":7}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/rooms/mine, mine",
    "/api/rooms/r1, 'room /rooms/{room}'",
    "/api/rooms/a%2Fb, 'room /rooms/{room}'"
  })
  void staticSegmentsWinOverVariableOnes(String path, String body) {
    assertThat(body(get(path))).isEqualTo(body);
  }

  @Test
  void aGreedyPathTakesTheRestWhateverTheMethod() {
    functions.with("echo", event -> event.path("proxy").toString());

    assertThat(body(send("DELETE", "/api/x/y/z", Map.of(), "application/json", "")))
        .isEqualTo("\"x/y/z\"");
  }

  @Test
  void contextAndStageVariablesAreTheStages() {
    assertThat(body(get("/api/rooms?q=1"))).isEqualTo("blue api 1795500474000");
  }

  @Test
  void anUnknownStageIsForbidden() {
    assertThat(get("/other/rooms").status()).isEqualTo(403);
  }

  @Test
  void anUnknownMethodGetsTheConfiguredGatewayResponse() throws Exception {
    var answer = send("PATCH", "/api/rooms", Map.of(), "application/json", "");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.headers())
        .containsEntry("Content-Type", "application/problem+json")
        .containsEntry("X-Stage", "api");
    assertThat(json(answer).path("code").asText()).isEqualTo("unknown-route");
    assertThat(json(answer).path("id").asText())
        .isEqualTo(answer.headers().get("x-amzn-RequestId"))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "bad", "Bearer bad"})
  void whoHasNoGoodTokenIsUnauthorizedBeforeAnythingIsChecked(String token) throws Exception {
    var answer = post(token, "text/plain", "no json");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(json(answer))
        .isEqualTo(JSON.readTree("{\"detail\": \"Unauthorized\", \"type\": \"UNAUTHORIZED\"}"));
    assertThat(functions.seen("create")).isEmpty();
  }

  @Test
  void theTokenMayFollowBearer() {
    functions.with("create", event -> "{\"status\": 200, \"body\": {}}");

    assertThat(post("Bearer good", "application/json", "{\"name\": \"x\"}").status())
        .isEqualTo(200);
  }

  @Test
  void aMissingParameterIsNamed() throws Exception {
    var answer = get("/api/rooms?next=1");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText())
        .isEqualTo("Missing required request parameters: [q]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"name\": 1}",
        "{\"name\": \"\"}",
        "{\"name\": \"x\", \"color\": \"pink\"}",
        "{\"name\": \"x\"} {}"
      })
  void aBodyThatBreaksTheModelIsRefused(String body) throws Exception {
    var answer = post("good", "application/json", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer).path("detail").asText()).isEqualTo("Invalid request body");
    assertThat(functions.seen("create")).isEmpty();
  }

  @Test
  void aBodyOfAnotherTypeIsUnsupported() {
    assertThat(post("good", "text/plain", "hi").status()).isEqualTo(415);
  }

  @Test
  void aBodyOfMoreThanTenMegabytesIsTooLarge() {
    assertThat(post("good", "application/json", "x".repeat(10 * 1024 * 1024 + 1)).status())
        .isEqualTo(413);
  }

  @Test
  void aFailureThatMatchesItsPatternGetsItsResponse() {
    functions.with(
        "create",
        event -> {
          throw new FakeFunctions.Thrown("boom and bust");
        });

    var answer = post("good", "application/json", "{\"name\": \"x\"}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(body(answer)).isEqualTo("failed");
    assertThat(answer.headers())
        .containsEntry("Content-Type", "text/plain")
        .containsEntry("X-Why", "boom and bust");
  }

  @Test
  void aPatternMustMatchTheWholeMessage() {
    functions.with(
        "create",
        event -> {
          throw new FakeFunctions.Thrown("a boom");
        });

    // So the default response is taken, whose template finds no status in it.
    assertThat(body(post("good", "application/json", "{\"name\": \"x\"}")))
        .isEqualTo("{\"message\":\"Internal server error\"}");
  }

  @Test
  void aFunctionThatTakesTooLongIsGivenUp() {
    var never = new CountDownLatch(1);
    functions.with(
        "create",
        event -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "{}";
        });

    var answer = post("good", "application/json", "{\"name\": \"x\"}");

    assertThat(answer.status()).isEqualTo(504);
    assertThat(body(answer)).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
  }

  @Test
  void aGatewayResponseThatIsNoPlainTemplateStopsTheStart() {
    var template = TEMPLATE.replace("$context.error.messageString", "$util.escapeJavaScript('x')");
    try (var other = new RestApis(functions, tokens, CLOCK)) {
      assertThatThrownBy(
              () -> other.start(new FakeStack(FakeStack.freeNames(), template, List.of(other))))
          .hasMessageContaining("Others")
          .hasMessageContaining("$util");
    }
  }

  @Test
  void anIntegrationThatIsNotImplementedStopsTheStart() {
    var template = TEMPLATE.replace("\"Type\": \"MOCK\"", "\"Type\": \"HTTP_PROXY\"");
    try (var other = new RestApis(functions, tokens, CLOCK)) {
      assertThatThrownBy(
              () -> other.start(new FakeStack(FakeStack.freeNames(), template, List.of(other))))
          .hasMessageContaining("Integration.Type is HTTP_PROXY; the twin implements AWS, MOCK");
    }
  }

  private RestAnswer get(String uri) {
    return send("GET", uri, Map.of(), "application/json", "");
  }

  private RestAnswer post(String token, String type, String body) {
    return send("POST", "/api/rooms", Map.of("authorization", List.of(token)), type, body);
  }

  private RestAnswer send(
      String method, String uri, Map<String, List<String>> headers, String type, String body) {
    var parts = uri.split("\\?", 2);
    var query = new java.util.LinkedHashMap<String, List<String>>();
    if (parts.length == 2) {
      var pair = parts[1].split("=");
      query.put(pair[0], List.of(pair[1]));
    }
    var all = new java.util.LinkedHashMap<>(headers);
    all.put("Content-Type", List.of(type));
    return apis.answer(
            apiId, new RestRequest(method, parts[0], query, all, body.getBytes(UTF_8), "127.0.0.1"))
        .orElseThrow();
  }

  private static String body(RestAnswer answer) {
    return new String(answer.body(), UTF_8);
  }

  private static JsonNode json(RestAnswer answer) throws Exception {
    return JSON.readTree(answer.body());
  }
}
