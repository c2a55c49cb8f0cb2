package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
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
import parley.local.FakeAuthority;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.TurnedClock;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.gateway.FunctionPermission;
import parley.local.journal.Journal;
import parley.local.template.Names;

/** A WebSocket API with a route of each kind, served on a port of its own. */
abstract class SocketCase {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String ALLOW =
      """
      {"principalId": "s-1", "context": {"user": "s-1", "name": "Ada"}, "policyDocument":
        {"Statement": [{"Action": "execute-api:Invoke", "Effect": "Allow", "Resource": "%s"}]}}""";

  static final String TEMPLATE =
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

  static final String DEFAULT =
      """
      , "DefaultRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Api}}", "RouteKey": "$default", "Target": "integrations/{{Ping}}",
           "RouteResponseSelectionExpression": "$default"}},
        "DefaultReply": {"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties":
          {"ApiId": "{{Api}}", "RouteId": "{{DefaultRoute}}", "RouteResponseKey": "$default"}}
      """;

  /** As it stands inside of a JSON string. */
  static final String EVENT =
      """
      {\\"user\\": \\"$context.authorizer.user\\", \\"route\\": \\"$context.routeKey\\", \
      \\"connection\\": \\"$context.connectionId\\", \\"code\\": \\"$context.disconnectStatusCode\\"}""";

  final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-24T06:00:00Z"));
  final FakeFunctions functions =
      new FakeFunctions()
          .with("authorize", event -> ALLOW.formatted(event.path("methodArn").asText()))
          .with("connect", event -> "{}")
          .with("disconnect", event -> "{}")
          .with("send", event -> "{\"body\": {\"seq\": 7}}")
          .with("tell", event -> "{}");
  final Limits limits =
      new Limits(
          Duration.ofMinutes(10),
          Duration.ofHours(2),
          Duration.ofSeconds(5),
          32 * 1024,
          128 * 1024,
          256 * 1024);
  final Names names = FakeStack.freeNames();
  final FakeAuthority authority = new FakeAuthority();
  final FunctionPermission permission = new FunctionPermission(authority.guard(), names);
  final Journal journal = new Journal(clock);
  final ScriptedFates fates = new ScriptedFates();
  final SocketApis apis = new SocketApis(functions, permission, limits, journal, clock, fates);
  final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  final HttpClient client = HttpClient.newHttpClient();
  Undertow server;
  String apiId;
  int port;

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

  void start(String more) throws Exception {
    var template =
        TEMPLATE.formatted(
            FakeFunctions.uri("authorize"),
            FakeFunctions.uri("connect"),
            FakeFunctions.uri("disconnect"),
            FakeFunctions.uri("send"),
            FakeFunctions.uri("tell"),
            EVENT,
            more);
    var stack = new FakeStack(names, template.replaceAll("\n +", " "), List.of(apis));
    apis.start(stack);
    apiId = stack.names().id("Api", 10);
  }

  @AfterEach
  void stop() {
    apis.close();
    server.stop();
    client.shutdownNow(); // Not close(), which waits for a connection that was left half open.
    executor.close();
  }

  Listener open(String path) {
    var listener = new Listener();
    listener.socket = client.newWebSocketBuilder().buildAsync(address(path), listener).join();
    return listener;
  }

  URI address(String path) {
    return URI.create("ws://127.0.0.1:%d/%s".formatted(port, path));
  }

  int refusal(String path) {
    try {
      open(path);
      return 101;
    } catch (CompletionException e) {
      return ((WebSocketHandshakeException) e.getCause()).getResponse().statusCode();
    }
  }

  String connection() {
    return functions.seen("connect").stream()
        .map(event -> event.path("connection").asText())
        .findFirst()
        .orElseThrow();
  }

  AwsAnswer post(String id, String body) throws Exception {
    return call("POST", id, body);
  }

  AwsAnswer call(String method, String id, String body) throws Exception {
    var path =
        "/_execute-api/%s/ws/%%40connections/%s"
            .formatted(apiId, URLEncoder.encode(id, UTF_8).replace("+", "%20"));
    return apis.answer(
        new AwsCall(
            new Caller.Administrator("test"),
            "execute-api",
            method,
            path,
            "",
            Map.of(),
            body.getBytes(UTF_8)));
  }

  static String fail(JsonNode event) {
    throw new FakeFunctions.Thrown("no good: " + event.getNodeType());
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
