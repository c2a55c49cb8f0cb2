package parley.local.site;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.FakeAws;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.gateway.FunctionPermission;
import parley.local.gateway.RestApis;
import parley.local.journal.Journal;
import parley.local.s3.Buckets;
import parley.local.socket.Limits;
import parley.local.socket.SocketApis;
import parley.local.template.Names;

/** A distribution with a bucket, a REST API and a WebSocket API behind it. */
abstract class SiteCase {

  static final String TEMPLATE =
      """
      {
        "Files": {"Type": "AWS::S3::Bucket", "Properties": {}},
        "Assets": {"Type": "Custom::CDKBucketDeployment", "Properties":
          {"DestinationBucketName": "{{Files}}", "SourceObjectKeys": ["client.zip"], "Prune": false,
           "ServiceToken": "arn:aws:lambda:us-east-1:111122223333:function:{{Handler}}", "SourceBucketNames": ["built"],
           "Exclude": ["*"], "Include": ["assets/*"], "SystemMetadata": {"cache-control": "public, immutable"}}},
        "Pages": {"Type": "Custom::CDKBucketDeployment", "Properties":
          {"DestinationBucketName": "{{Files}}", "SourceObjectKeys": ["client.zip", "config.zip"],
           "ServiceToken": "arn:aws:lambda:us-east-1:111122223333:function:{{Handler}}", "SourceBucketNames": ["built", "built"],
           "SourceMarkers": [{}, {"<<marker:0xbaba:0>>": "\\"it's \\\\\\"here\\\\\\"\\""}],
           "SourceMarkersConfig": [{}, {}],
           "Exclude": ["assets/*"], "SystemMetadata": {"cache-control": "no-cache"}}},
        "Handler": {"Type": "AWS::Lambda::Function", "Properties": {"Role": "arn:aws:iam::111122223333:role/handler"}},
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
             {"Id": "files", "DomainName": "{{Files.RegionalDomainName}}", "OriginAccessControlId": "E1"},
             {"Id": "rest", "DomainName": "{{Rest}}.execute-api.us-east-1.amazonaws.com"},
             {"Id": "socket", "DomainName": "{{Socket}}.execute-api.us-east-1.amazonaws.com"}]
           %s}}}
      }
      """;

  final FakeFunctions functions = new FakeFunctions().with("echo", event -> event.toString());
  final Names names = FakeStack.freeNames();
  final FakeAuthority authority = new FakeAuthority().denyToServices("s3:ListBucket");
  final FunctionPermission permission = new FunctionPermission(authority.guard(), names);
  final Journal journal = new Journal(Clock.systemUTC());
  final RestApis rest =
      new RestApis(
          functions,
          FakeAws.nothing(authority),
          permission,
          (pool, token) -> Optional.empty(),
          journal,
          Clock.systemUTC());
  final SocketApis sockets =
      new SocketApis(functions, permission, Limits.aws(), journal, Clock.systemUTC());
  final HttpClient client = HttpClient.newHttpClient();
  @TempDir Path folder;
  Site site;

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

  void start(String more) throws Exception {
    var buckets = new Buckets(folder.resolve("data/buckets"));
    site = new Site(buckets, this::asset, rest, sockets, authority.guard());
    var template = TEMPLATE.formatted(FakeFunctions.uri("echo"), more).replaceAll("\n +", " ");
    var stack = new FakeStack(names, template, List.of(rest, sockets, buckets, site));
    buckets.start(stack);
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

  static WebSocket.Listener first(CompletableFuture<String> frame) {
    return new WebSocket.Listener() {
      @Override
      public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        frame.complete(data.toString());
        return null;
      }
    };
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(names.site() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  Path asset(String key) {
    return key.equals("client.zip") ? folder.resolve("client") : folder.resolve(key);
  }

  void write(String path, String text) throws IOException {
    var file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void zip(String name, String entry, String text) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(text.getBytes(UTF_8));
    }
  }
}
