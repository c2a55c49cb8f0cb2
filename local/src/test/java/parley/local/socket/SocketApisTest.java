package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.TurnedClock;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;

final class SocketApisTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALLOW =
      """
      {"principalId": "s-1", "context": {"user": "s-1", "name": "Ada"}, "policyDocument":
        {"Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "%s"}]}}""";

  private static final String TEMPLATE =
      """
      {
        "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties":
          {"ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.action"}},
        "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties":
          {"ApiId": "{{Api}}", "StageName": "ws", "StageVariables": {"color": "blue"}}},
        "Ticket": {"Type": "AWS::ApiGatewayV2::Authorizer", "Properties":
          {"ApiId": "{{Api}}", "AuthorizerType": "REQUEST", "AuthorizerUri": "%1$s",
           "IdentitySource": ["route.request.querystring.ticket"]}},
        "ConnectRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "$connect", "Target": "integrations/{{Connect}}",
           "AuthorizationType": "CUSTOM", "AuthorizerId": "{{Ticket}}"}},
        "Connect": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
          {"ApiId": "{{Api}}", "IntegrationType": "AWS", "IntegrationUri": "%2$s", "PassthroughBehavior": "NEVER",
           "TemplateSelectionExpression": "\\\\$default", "RequestTemplates": {"$default": "%6$s"}}},
        "DisconnectRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "$disconnect", "Target": "integrations/{{Disconnect}}"}},
        "Disconnect": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
          {"ApiId": "{{Api}}", "IntegrationType": "AWS", "IntegrationUri": "%3$s",
           "RequestTemplates": {"$default": "%6$s"}}},
        "SendRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "send", "Target": "integrations/{{Send}}",
           "RouteResponseSelectionExpression": "$default"}},
        "Send": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
          {"ApiId": "{{Api}}", "IntegrationType": "AWS", "IntegrationUri": "%4$s",
           "RequestTemplates": {"$default": "{\\"user\\": \\"$context.authorizer.user\\", \\"type\\":
             \\"$context.eventType\\", \\"text\\": $input.json('$.text'), \\"on\\": \\"$context.connectionId\\"}"}}},
        "SendAnswer": {"Type": "AWS::ApiGatewayV2::IntegrationResponse", "Properties":
          {"ApiId": "{{Api}}", "IntegrationId": "{{Send}}", "IntegrationResponseKey": "$default",
           "TemplateSelectionExpression": "\\\\$default",
           "ResponseTemplates": {"$default": "{\\"type\\":\\"reply\\",\\"body\\":$input.json('$.body')}"}}},
        "SendReply": {"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties":
          {"ApiId": "{{Api}}", "RouteId": "{{SendRoute}}", "RouteResponseKey": "$default"}},
        "TellRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "tell", "Target": "integrations/{{Tell}}"}},
        "Tell": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
          {"ApiId": "{{Api}}", "IntegrationType": "AWS", "IntegrationUri": "%5$s"}},
        "PingRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "ping", "Target": "integrations/{{Ping}}",
           "RouteResponseSelectionExpression": "$default"}},
        "Ping": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
          {"ApiId": "{{Api}}", "IntegrationType": "MOCK", "RequestTemplates": {"$default": "{\\"statusCode\\":200}"}}},
        "PingAnswer": {"Type": "AWS::ApiGatewayV2::IntegrationResponse", "Properties":
          {"ApiId": "{{Api}}", "IntegrationId": "{{Ping}}", "IntegrationResponseKey": "/2../",
           "ResponseTemplates": {"$default": "{\\"type\\":\\"pong\\"}"}}},
        "PingReply": {"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties":
          {"ApiId": "{{Api}}", "RouteId": "{{PingRoute}}", "RouteResponseKey": "$default"}}
        %7$s
      }
      """;

  private static final String DEFAULT =
      """
      , "DefaultRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "$default", "Target": "integrations/{{Ping}}",
           "RouteResponseSelectionExpression": "$default"}},
        "DefaultReply": {"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties":
          {"ApiId": "{{Api}}", "RouteId": "{{DefaultRoute}}", "RouteResponseKey": "$default"}}
      """;

  /** As it stands inside of a JSON string. */
  private static final String EVENT =
      """
      {\\"user\\": \\"$context.authorizer.user\\", \\"route\\": \\"$context.routeKey\\", \
      \\"connection\\": \\"$context.connectionId\\", \\"code\\": \\"$context.disconnectStatusCode\\"}""";

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-24T06:00:00Z"));
  private final FakeFunctions functions =
      new FakeFunctions()
          .with("authorize", event -> ALLOW.formatted(event.path("methodArn").asText()))
          .with("connect", event -> "{}")
          .with("disconnect", event -> "{}")
          .with("send", event -> "{\"body\": {\"seq\": 7}}")
          .with("tell", event -> "{}");
  private final Limits limits =
      new Limits(
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofSeconds(5),
          32 * 1024,
          128 * 1024,
          256 * 1024);
  private final SocketApis apis = new SocketApis(functions, limits, clock);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private Undertow server;
  private String apiId;
  private int port;

  @BeforeEach
  void start() throws Exception {
    start(DEFAULT);
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                exchange ->
                    exchange.dispatch(
                        executor,
                        inner -> {
                          var query = new LinkedHashMap<String, List<String>>();
                          inner
                              .getQueryParameters()
                              .forEach((name, all) -> query.put(name, new ArrayList<>(all)));
                          var headers = Map.of("Origin", List.of("https://site"));
                          var stage = inner.getRequestPath().substring(1);
                          apis.open(apiId, new Opening(stage, query, headers, "127.0.0.1"), inner);
                        }))
            .build();
    server.start();
    port = ((InetSocketAddress) server.getListenerInfo().getFirst().getAddress()).getPort();
  }

  private void start(String more) throws Exception {
    var template =
        TEMPLATE.formatted(
            FakeFunctions.uri("authorize"),
            FakeFunctions.uri("connect"),
            FakeFunctions.uri("disconnect"),
            FakeFunctions.uri("send"),
            FakeFunctions.uri("tell"),
            EVENT,
            more);
    var stack =
        new FakeStack(FakeStack.freeNames(), template.replaceAll("\n +", " "), List.of(apis));
    apis.start(stack);
    apiId = stack.names().id("Api", 10);
  }

  @AfterEach
  void stop() {
    apis.close();
    server.stop();
    client.close();
    executor.close();
  }

  @Test
  void theAuthorizerIsAskedAsAwsAsksIt() throws Exception {
    open("ws?ticket=t%2B1&x=1&x=2");

    var event = functions.seen("authorize").poll();
    assertThat(event.path("type").asText()).isEqualTo("REQUEST");
    assertThat(event.path("methodArn").asText())
        .isEqualTo("arn:aws:execute-api:us-east-1:111122223333:%s/ws/$connect".formatted(apiId));
    assertThat(event.path("headers").path("Origin").asText()).isEqualTo("https://site");
    assertThat(event.path("queryStringParameters"))
        .isEqualTo(JSON.readTree("{\"ticket\": \"t+1\", \"x\": \"2\"}"));
    assertThat(event.path("multiValueQueryStringParameters").path("x"))
        .isEqualTo(JSON.readTree("[\"1\", \"2\"]"));
    assertThat(event.path("stageVariables")).isEqualTo(JSON.readTree("{\"color\": \"blue\"}"));
    var context = event.path("requestContext");
    assertThat(context.path("routeKey").asText()).isEqualTo("$connect");
    assertThat(context.path("eventType").asText()).isEqualTo("CONNECT");
    assertThat(context.path("stage").asText()).isEqualTo("ws");
    assertThat(context.path("apiId").asText()).isEqualTo(apiId);
    assertThat(context.path("connectedAt").asLong()).isEqualTo(clock.millis());
    assertThat(context.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
    assertThat(context.path("connectionId").asText()).matches("[\\w-]{15}=");
  }

  @Test
  void whatTheAuthorizerSaidHoldsOnEveryRoute() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"send\", \"text\": \"hi\"}");
    assertThat(listener.next()).isEqualTo("{\"type\":\"reply\",\"body\":{\"seq\":7}}");
    listener.socket.sendClose(1000, "bye").join();

    var connected = functions.seen("connect").poll();
    var sent = functions.seen("send").poll();
    var left = functions.seen("disconnect").poll(5, TimeUnit.SECONDS);
    assertThat(connected.path("user").asText()).isEqualTo("s-1");
    assertThat(sent.path("user").asText()).isEqualTo("s-1");
    assertThat(sent.path("type").asText()).isEqualTo("MESSAGE");
    assertThat(sent.path("on")).isEqualTo(connected.path("connection"));
    assertThat(left.path("user").asText()).isEqualTo("s-1");
    assertThat(left.path("route").asText()).isEqualTo("$disconnect");
    assertThat(left.path("connection")).isEqualTo(connected.path("connection"));
    assertThat(left.path("code").asText()).isEqualTo("1000");
  }

  @Test
  void withoutItsIdentitySourceNobodyIsAsked() {
    assertThat(refusal("ws")).isEqualTo(401);
    assertThat(refusal("ws?ticket=")).isEqualTo(401);
    assertThat(functions.seen("authorize")).isEmpty();
  }

  @Test
  void whoIsDeniedDoesNotConnect() {
    functions.with(
        "authorize",
        event -> ALLOW.formatted(event.path("methodArn").asText()).replace("Allow", "Deny"));

    assertThat(refusal("ws?ticket=t")).isEqualTo(403);
    assertThat(functions.seen("connect")).isEmpty();
  }

  @Test
  void aPolicyForSomethingElseAllowsNothing() {
    functions.with("authorize", event -> ALLOW.formatted("arn:aws:execute-api:*:*:other/*"));

    assertThat(refusal("ws?ticket=t")).isEqualTo(403);
  }

  @Test
  void anAuthorizerThatFailsOrAnswersNonsenseIsAnInternalError() {
    functions.with("authorize", event -> "{}");
    assertThat(refusal("ws?ticket=t")).isEqualTo(500);

    functions.with("authorize", SocketApisTest::fail);
    assertThat(refusal("ws?ticket=t")).isEqualTo(500);
  }

  @Test
  void aFailingConnectRouteRefusesTheConnection() {
    functions.with("connect", SocketApisTest::fail);

    assertThat(refusal("ws?ticket=t")).isEqualTo(500);
  }

  @Test
  void anUnknownStageIsForbidden() {
    assertThat(refusal("other?ticket=t")).isEqualTo(403);
  }

  @Test
  void whatIsNoHandshakeIsToldToUpgrade() throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/ws".formatted(port)));

    assertThat(client.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(426);
    assertThat(functions.seen("authorize")).isEmpty();
  }

  @Test
  void aMockAnswersByItself() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"ping\"}");

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void whatIsNoJsonOrNamesNoRouteGoesToTheDefault() throws Exception {
    var listener = open("ws?ticket=t");

    for (var frame : List.of("garbage", "[1]", "{}", "{\"action\": \"$connect\"}", "\"send\"")) {
      listener.send(frame);
      assertThat(listener.next()).as(frame).isEqualTo("{\"type\":\"pong\"}");
    }
    assertThat(functions.seen("connect")).hasSize(1);
  }

  @Test
  void withoutADefaultAnUnknownActionIsForbidden() throws Exception {
    start("");
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"nothing\"}");

    assertThat(JSON.readTree(listener.next()).path("message").asText()).isEqualTo("Forbidden");
  }

  @Test
  void aRouteWithoutARouteResponseAnswersNothing() throws Exception {
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"tell\", \"x\": 1}");
    assertThat(functions.seen("tell").poll(5, TimeUnit.SECONDS).path("x").asInt()).isEqualTo(1);
    listener.send("{\"action\": \"ping\"}");

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void aFunctionsFailureIsAnInternalServerError() throws Exception {
    functions.with("send", SocketApisTest::fail);
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"send\"}");

    var frame = JSON.readTree(listener.next());
    assertThat(frame.path("message").asText()).isEqualTo("Internal server error");
    assertThat(frame.path("connectionId").asText()).isEqualTo(connection());
    assertThat(frame.path("requestId").asText()).isNotEmpty();
  }

  @Test
  void framesAreServedAtTheSameTime() throws Exception {
    var second = new CountDownLatch(1);
    functions.with(
        "send",
        event -> {
          if (event.path("text").asText().equals("first")) {
            await(second);
          } else {
            second.countDown();
          }
          return "{\"body\": %s}".formatted(event.path("text"));
        });
    var listener = open("ws?ticket=t");

    listener.send("{\"action\": \"send\", \"text\": \"first\"}");
    listener.send("{\"action\": \"send\", \"text\": \"second\"}");

    assertThat(List.of(listener.next(), listener.next()))
        .anyMatch(frame -> frame.contains("first"))
        .anyMatch(frame -> frame.contains("second"));
  }

  @Test
  void aFunctionPostsToAConnection() throws Exception {
    var listener = open("ws?ticket=t");

    var answer = post(connection(), "{\"type\":\"entries\",\"text\":\"ä👍\"}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(listener.next()).isEqualTo("{\"type\":\"entries\",\"text\":\"ä👍\"}");
  }

  @Test
  void aPostOfMoreThanAFrameArrives() throws Exception {
    var listener = open("ws?ticket=t");
    var large = "x".repeat(128 * 1024);

    assertThat(post(connection(), large).status()).isEqualTo(200);
    assertThat(listener.next()).isEqualTo(large);
  }

  @Test
  void aPostOfMoreThanAMessageIsTooLarge() throws Exception {
    open("ws?ticket=t");

    var answer = post(connection(), "x".repeat(128 * 1024 + 1));

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.headers()).containsEntry("x-amzn-ErrorType", "PayloadTooLargeException");
  }

  @Test
  void aConnectionThatIsGoneIsGone() throws Exception {
    var listener = open("ws?ticket=t");
    var id = connection();
    listener.socket.sendClose(1000, "").join();
    functions.seen("disconnect").poll(5, TimeUnit.SECONDS);

    assertThat(post(id, "{}").status()).isEqualTo(410);
    assertThat(post("L0SM9cOFvHcCIAM=", "{}").headers())
        .containsEntry("x-amzn-ErrorType", "GoneException");
    assertThat(post("not an id", "{}").status()).isEqualTo(400);
  }

  @Test
  void aConnectionIsDescribed() throws Exception {
    open("ws?ticket=t");
    clock.turn(Duration.ofMinutes(1));

    var about = JSON.readTree(call("GET", connection(), "").body());

    assertThat(about.path("connectedAt").asText()).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(about.path("lastActiveAt").asText()).isEqualTo("2026-11-24T06:00:00Z");
    assertThat(about.path("identity").path("sourceIp").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void aFunctionClosesAConnection() throws Exception {
    var listener = open("ws?ticket=t");
    var id = connection();

    assertThat(call("DELETE", id, "").status()).isEqualTo(204);
    assertThat(listener.closeCode()).isEqualTo(1000);
    assertThat(post(id, "{}").status()).isEqualTo(410);
  }

  @Test
  void anIdleConnectionIsClosedAfterTenMinutes() throws Exception {
    var listener = open("ws?ticket=t");
    clock.turn(Duration.ofMinutes(9));
    listener.send("{\"action\": \"ping\"}");
    listener.next();
    clock.turn(Duration.ofMinutes(9));
    apis.sweep();
    assertThat(post(connection(), "still there").status()).isEqualTo(200);

    clock.turn(Duration.ofMinutes(10));
    apis.sweep();

    assertThat(listener.closeCode()).isEqualTo(1001);
  }

  @Test
  void anyConnectionIsClosedAfterTwoHours() throws Exception {
    var listener = open("ws?ticket=t");
    for (var minutes = 0; minutes < 120; minutes += 8) {
      clock.turn(Duration.ofMinutes(8));
      post(connection(), "still there");
    }
    apis.sweep();

    assertThat(listener.closeCode()).isEqualTo(1001);
    assertThat(functions.seen("disconnect").poll(5, TimeUnit.SECONDS).path("code").asText())
        .isEqualTo("1001");
  }

  /** By hand: Java's client splits what is large. */
  @Test
  void aFrameOfMoreThan32KilobytesClosesTheConnection() throws Exception {
    try (var raw = new RawSocket(port, "/ws?ticket=t")) {
      raw.sendText(32 * 1024);
      assertThat(raw.opcode()).as("an answer").isEqualTo(1);

      raw.sendText(32 * 1024 + 1);

      assertThat(raw.opcode()).as("a close").isEqualTo(8);
      assertThat(raw.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aMessageOfSeveralFramesMayBeLarger() throws Exception {
    var listener = open("ws?ticket=t");

    listener.socket.sendText("{\"action\": \"ping\", \"x\": \"" + "x".repeat(20_000), false).join();
    listener.socket.sendText("x".repeat(20_000) + "\"}", true).join();

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void aMessageOfMoreThan128KilobytesClosesTheConnection() throws Exception {
    var listener = open("ws?ticket=t");

    for (var i = 0; i < 5; i++) {
      listener.socket.sendText("x".repeat(30_000), false).join();
    }

    assertThat(listener.closeCode()).isEqualTo(1009);
  }

  @Test
  void aClientThatDoesNotReadIsClosedAndThenGone() throws Exception {
    try (var raw = new RawSocket(port, "/ws?ticket=t")) {
      var id = connection();
      var status = 200;
      // Enough to fill any socket buffer, and then what may wait.
      for (var i = 0; i < 1_000 && status == 200; i++) {
        status = post(id, "x".repeat(100_000)).status();
      }
      assertThat(status).isEqualTo(410);
    }
  }

  @Test
  void anIntegrationsOwnTimeoutIsNotImplemented() {
    var integration =
        apis.types().stream()
            .filter(type -> type.name().equals(SocketTypes.INTEGRATION))
            .findFirst()
            .orElseThrow();

    assertThat(integration.implemented())
        .contains("IntegrationUri")
        .doesNotContain("TimeoutInMillis");
  }

  @Test
  void anExpressionThatIsNotImplementedStopsTheStart() {
    assertThatThrownBy(
            () ->
                start(
                    """
                    , "Proxy": {"Type": "AWS::ApiGatewayV2::Integration", "Properties":
                        {"ApiId": "{{Api}}", "IntegrationType": "AWS_PROXY"}},
                      "ProxyRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
                        {"ApiId": "{{Api}}", "RouteKey": "x", "Target": "integrations/{{Proxy}}"}}
                    """))
        .hasMessageContaining("Proxy: IntegrationType is AWS_PROXY; the twin implements AWS, MOCK");
  }

  private Listener open(String path) {
    var listener = new Listener();
    listener.socket =
        client
            .newWebSocketBuilder()
            .buildAsync(URI.create("ws://127.0.0.1:%d/%s".formatted(port, path)), listener)
            .join();
    return listener;
  }

  private int refusal(String path) {
    try {
      open(path);
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  private String connection() {
    return functions.seen("connect").stream()
        .map(event -> event.path("connection").asText())
        .findFirst()
        .orElseThrow();
  }

  private AwsAnswer post(String id, String body) throws Exception {
    return call("POST", id, body);
  }

  private AwsAnswer call(String method, String id, String body) throws Exception {
    var path =
        "/_execute-api/%s/ws/%%40connections/%s"
            .formatted(apiId, URLEncoder.encode(id, UTF_8).replace("+", "%20"));
    return apis.answer(
        new AwsCall("Deliver", "execute-api", method, path, "", Map.of(), body.getBytes(UTF_8)));
  }

  private static String fail(JsonNode event) {
    throw new FakeFunctions.Thrown("no good: " + event.getNodeType());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
