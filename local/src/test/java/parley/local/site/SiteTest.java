package parley.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.RawRequest;
import parley.local.gateway.RestApis;
import parley.local.socket.Limits;
import parley.local.socket.SocketApis;
import parley.local.template.Names;

final class SiteTest {

  private static final String TEMPLATE =
      """
      {
        "Files": {"Type": "AWS::S3::Bucket", "Properties": {}},
        "Assets": {"Type": "Custom::CDKBucketDeployment", "Properties":
          {"DestinationBucketName": "{{Files}}", "SourceObjectKeys": ["client.zip"], "Prune": false,
           "Exclude": ["*"], "Include": ["assets/*"], "SystemMetadata": {"cache-control": "public, immutable"}}},
        "Pages": {"Type": "Custom::CDKBucketDeployment", "Properties":
          {"DestinationBucketName": "{{Files}}", "SourceObjectKeys": ["client.zip", "config.zip"],
           "SourceMarkers": [{}, {"<<marker:0xbaba:0>>": "\\"it's \\\\\\"here\\\\\\"\\""}],
           "SourceMarkersConfig": [{}, {}],
           "Exclude": ["assets/*"], "SystemMetadata": {"cache-control": "no-cache"}}},
        "Rest": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "demo"}},
        "RestStage": {"Type": "AWS::ApiGateway::Stage", "Properties": {"RestApiId": "{{Rest}}", "StageName": "api"}},
        "Echo": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Rest}}", "ParentId": "{{Rest.RootResourceId}}", "PathPart": "{x}"}},
        "AnyEcho": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Rest}}", "ResourceId": "{{Echo}}", "HttpMethod": "ANY", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "AWS", "Uri": "%s",
             "RequestTemplates": {"application/json": "{\\"method\\": \\"$context.httpMethod\\", \\"x\\":
               \\"$input.params('x')\\", \\"q\\": \\"$input.params('q')\\", \\"auth\\":
               \\"$input.params('authorization')\\", \\"host\\": \\"$input.params('Host')\\",
               \\"ip\\": \\"$context.identity.sourceIp\\", \\"body\\": $input.json('$')}"},
             "IntegrationResponses": [{"StatusCode": "200"}]}}},
        "Socket": {"Type": "AWS::ApiGatewayV2::Api", "Properties":
          {"ProtocolType": "WEBSOCKET", "RouteSelectionExpression": "$request.body.action"}},
        "SocketStage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": "{{Socket}}", "StageName": "ws"}},
        "PingRoute": {"Type": "AWS::ApiGatewayV2::Route", "Properties":
          {"ApiId": "{{Socket}}", "RouteKey": "$default", "Target": "integrations/{{Ping}}"}},
        "Ping": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": "{{Socket}}",
           "IntegrationType": "MOCK", "RequestTemplates": {"$default": "{\\"statusCode\\":200}"}}},
        "PingReply": {"Type": "AWS::ApiGatewayV2::RouteResponse", "Properties":
          {"ApiId": "{{Socket}}", "RouteId": "{{PingRoute}}", "RouteResponseKey": "$default"}},
        "Headers": {"Type": "AWS::CloudFront::ResponseHeadersPolicy", "Properties": {"ResponseHeadersPolicyConfig": {
           "CustomHeadersConfig": {"Items": [
             {"Header": "X-Own", "Value": "1", "Override": true},
             {"Header": "Cache-Control", "Value": "never seen", "Override": false}]},
           "SecurityHeadersConfig": {
             "ContentSecurityPolicy": {"ContentSecurityPolicy": "default-src 'self'", "Override": true},
             "ContentTypeOptions": {"Override": true},
             "FrameOptions": {"FrameOption": "DENY", "Override": true},
             "ReferrerPolicy": {"ReferrerPolicy": "no-referrer", "Override": true},
             "StrictTransportSecurity": {"AccessControlMaxAgeSec": 9, "Override": true}}}}},
        "Distribution": {"Type": "AWS::CloudFront::Distribution", "Properties": {"DistributionConfig": {
           "DefaultRootObject": "index.html",
           "CacheBehaviors": [
             {"PathPattern": "/api/*", "TargetOriginId": "rest", "AllowedMethods": ["GET", "HEAD", "POST"],
              "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
              "OriginRequestPolicyId": "b689b0a8-53d0-40ab-baf2-68738e2966ac"},
             {"PathPattern": "/ws", "TargetOriginId": "socket",
              "CachePolicyId": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
              "OriginRequestPolicyId": "b689b0a8-53d0-40ab-baf2-68738e2966ac"}],
           "DefaultCacheBehavior": {"TargetOriginId": "files", "Compress": true,
              "CachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6", "ResponseHeadersPolicyId": "{{Headers}}"},
           "Origins": [
             {"Id": "files", "DomainName": "{{Files.RegionalDomainName}}"},
             {"Id": "rest", "DomainName": "{{Rest}}.execute-api.us-east-1.amazonaws.com"},
             {"Id": "socket", "DomainName": "{{Socket}}.execute-api.us-east-1.amazonaws.com"}]
           %s}}}
      }
      """;

  private final FakeFunctions functions =
      new FakeFunctions().with("echo", event -> event.toString());
  private final RestApis rest =
      new RestApis(functions, (pool, token) -> Optional.empty(), Clock.systemUTC());
  private final SocketApis sockets = new SocketApis(functions, Limits.aws(), Clock.systemUTC());
  private final HttpClient client = HttpClient.newHttpClient();
  private final Names names = FakeStack.freeNames();
  private @TempDir Path folder;
  private Site site;

  @BeforeEach
  void start() throws Exception {
    write("client/index.html", "<!doctype html>" + "hello ".repeat(1_000));
    write("client/robots.txt", "none");
    write("client/a b.txt", "spaced");
    write("client/assets/app-1.js", "first");
    write("client/config.json", "{}");
    zip("config.zip", "config.json", "{\"issuer\": <<marker:0xbaba:0>>}");
    start("");
  }

  private void start(String more) throws Exception {
    site = new Site(folder.resolve("data"), this::asset, rest, sockets);
    var template = TEMPLATE.formatted(FakeFunctions.uri("echo"), more).replaceAll("\n +", " ");
    var stack = new FakeStack(names, template, List.of(rest, sockets, site));
    rest.start(stack);
    sockets.start(stack);
    site.start(stack);
  }

  @AfterEach
  void stop() {
    site.close();
    sockets.close();
    rest.close();
    client.close();
  }

  @Test
  void aNameThatOnlyPointsHereIsNotAnswered() throws Exception {
    var port = names.site().getPort();

    assertThat(RawRequest.status(port, "localhost:" + port)).isEqualTo(200);
    assertThat(RawRequest.status(port, "127.0.0.1:" + port)).isEqualTo(200);
    assertThat(RawRequest.status(port, "rebound.example:" + port)).isEqualTo(421);
  }

  @Test
  void theRootIsTheDefaultObject() throws Exception {
    var response = get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).startsWith("<!doctype html>");
    assertThat(response.headers().firstValue("content-type")).hasValue("text/html");
    assertThat(response.headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @Test
  void theHeadersPolicyIsAppliedWithoutWhatNeedsTls() throws Exception {
    var headers = get("/").headers();

    assertThat(headers.firstValue("content-security-policy")).hasValue("default-src 'self'");
    assertThat(headers.firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(headers.firstValue("x-frame-options")).hasValue("DENY");
    assertThat(headers.firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("x-own")).hasValue("1");
    assertThat(headers.firstValue("strict-transport-security")).isEmpty();
  }

  @Test
  void aDeploymentFillsInItsMarkersAndLaterSourcesWin() throws Exception {
    assertThat(get("/config.json").body()).isEqualTo("{\"issuer\": \"it's \\\"here\\\"\"}");
  }

  @Test
  void eachDeploymentTouchesItsOwnFilesOnly() throws Exception {
    assertThat(get("/assets/app-1.js").headers().firstValue("cache-control"))
        .hasValue("public, immutable");
    assertThat(get("/robots.txt").headers().firstValue("cache-control")).hasValue("no-cache");
  }

  @Test
  void aNewDeploymentPrunesPagesAndKeepsAssets() throws Exception {
    site.close();
    Files.delete(folder.resolve("client/robots.txt"));
    Files.delete(folder.resolve("client/assets/app-1.js"));
    write("client/assets/app-2.js", "second");
    start("");

    assertThat(get("/robots.txt").statusCode()).isEqualTo(403);
    assertThat(get("/assets/app-1.js").body()).isEqualTo("first");
    assertThat(get("/assets/app-1.js").headers().firstValue("cache-control"))
        .hasValue("public, immutable");
    assertThat(get("/assets/app-2.js").body()).isEqualTo("second");
  }

  @Test
  void aPathIsDecodedOnce() throws Exception {
    assertThat(get("/a%20b.txt").body()).isEqualTo("spaced");
    assertThat(get("/a%2520b.txt").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/assets", "/..%2f..%2fclient%2findex.html", "/%2e%2e/x", "/a%00"})
  void whatIsNotInTheBucketIsDenied(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(403);
  }

  @Test
  void anUnchangedFileIsNotSentAgain() throws Exception {
    var etag = get("/robots.txt").headers().firstValue("etag").orElseThrow();

    var again = send(request("/robots.txt").header("If-None-Match", etag));

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("x-own")).hasValue("1");
  }

  @Test
  void aHeadHasNoBody() throws Exception {
    var response = send(request("/").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-length")).hasValue("6015");
  }

  @Test
  void textIsCompressedForThoseWhoAcceptIt() throws Exception {
    var request = request("/").header("Accept-Encoding", "gzip, br").build();
    var response = client.send(request, BodyHandlers.ofInputStream());

    assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
    try (var body = new GZIPInputStream(response.body())) {
      assertThat(new String(body.readAllBytes(), UTF_8)).hasSize(6015);
    }
  }

  @Test
  void aMethodThatABehaviourDoesNotAllowIsDenied() throws Exception {
    assertThat(send(request("/index.html").POST(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(403);
    assertThat(send(request("/api/x").DELETE()).statusCode()).isEqualTo(403);
  }

  @Test
  void theApiGetsPathQueryHeadersAndBody() throws Exception {
    var response =
        send(
            request("/api/a%2Fb?q=1%2B1+x")
                .header("Authorization", "Bearer t")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"ä\"}")));

    assertThat(response.body())
        .isEqualTo(
            "{\"method\":\"POST\",\"x\":\"a/b\",\"q\":\"1+1 x\",\"auth\":\"Bearer t\",\"host\":\"\","
                + "\"ip\":\"127.0.0.1\",\"body\":{\"text\":\"ä\"}}");
  }

  @Test
  void theSocketOpensOnTheSameOrigin() throws Exception {
    var frame = new CompletableFuture<String>();
    var socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(names.site().toString().replace("http", "ws") + "/ws"), first(frame))
            .join();

    socket.sendText("{}", true).join();

    assertThat(frame.get(5, TimeUnit.SECONDS)).isEqualTo("{\"statusCode\":200}");
    socket.abort();
  }

  @Test
  void anErrorHasThePageThatTheDistributionNames() throws Exception {
    site.close();
    start(
        """
        , "CustomErrorResponses":
          [{"ErrorCode": 403, "ResponseCode": 404, "ResponsePagePath": "/robots.txt"}]
        """);

    var response = get("/nothing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("none");
  }

  @Test
  void anOriginOutsideOfTheStackStopsTheStart() {
    site.close();
    assertThatThrownBy(
            () -> start(", \"Origins\": [{\"Id\": \"files\", \"DomainName\": \"example.com\"}]"))
        .hasMessageContaining("the origin example.com is neither a bucket nor an API");
  }

  private static WebSocket.Listener first(CompletableFuture<String> frame) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.complete(data.toString());
        return null;
      }
    };
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(names.site() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private Path asset(String key) {
    return key.equals("client.zip") ? folder.resolve("client") : folder.resolve(key);
  }

  private void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void zip(String name, String entry, String text) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(UTF_8));
    }
  }
}
