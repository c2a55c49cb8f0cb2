package parley.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.local.FakeAuthority;
import parley.local.FakeAws;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.journal.Journal;
import parley.local.template.Names;

/** Methods that serve everybody, take any media type, and answer in any. */
class WebhooksTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TEMPLATE =
      """
      {
        "Api": {"Type": "AWS::ApiGateway::RestApi", "Properties": {"Name": "demo"}},
        "Stage": {"Type": "AWS::ApiGateway::Stage", "Properties": {"RestApiId": "{{Api}}", "StageName": "api"}},
        "Raw": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Api.RootResourceId}}", "PathPart": "raw"}},
        "Form": {"Type": "AWS::ApiGateway::Resource", "Properties":
          {"RestApiId": "{{Api}}", "ParentId": "{{Api.RootResourceId}}", "PathPart": "form"}},
        "PostRaw": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Raw}}", "HttpMethod": "POST", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "AWS", "Uri": "%1$s", "PassthroughBehavior": "NEVER",
             "RequestTemplates": {"application/json": "%2$s", "application/x-www-form-urlencoded": "%2$s",
               "text/plain": "%2$s"},
             "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates": {"text/plain":
               "#set($context.responseOverride.status = $input.path('$.status'))$input.path('$.body.text')"}}]}}},
        "PostForm": {"Type": "AWS::ApiGateway::Method", "Properties":
          {"RestApiId": "{{Api}}", "ResourceId": "{{Form}}", "HttpMethod": "POST", "AuthorizationType": "NONE",
           "MethodResponses": [{"StatusCode": "200"}],
           "Integration": {"Type": "AWS", "Uri": "%1$s", "PassthroughBehavior": "NEVER",
             "RequestTemplates": {"application/x-www-form-urlencoded": "%3$s"},
             "IntegrationResponses": [{"StatusCode": "200", "ResponseTemplates":
               {"application/xml": "<Response>$input.path('$.body.text')</Response>"}}]}}}
      }
      """
          .formatted(
              FakeFunctions.uri("hook"),
              "{\\\"raw\\\": \\\"$util.base64Encode($input.body)\\\","
                  + " \\\"signature\\\": \\\"$util.escapeJavaScript($input.params().header.get('X-Signature'))\\\","
                  + " \\\"time\\\": \\\"$input.params('x-time')\\\"}",
              "{#foreach($pair in $input.body.split('&'))#set($parts = $pair.split('=', 2))"
                  + "\\\"$util.escapeJavaScript($util.urlDecode($parts[0])).replaceAll(\\\"\\\\\\\\'\\\", \\\"'\\\")\\\":"
                  + " \\\"$util.escapeJavaScript($util.urlDecode($parts[1])).replaceAll(\\\"\\\\\\\\'\\\", \\\"'\\\")\\\""
                  + "#if($foreach.hasNext),#end#end}");

  private final FakeAuthority authority = new FakeAuthority();
  private final FakeFunctions functions =
      new FakeFunctions().with("hook", event -> "{\"status\": 202, \"body\": {\"text\": \"ok\"}}");
  private final Names names = FakeStack.freeNames();
  private final RestApis apis =
      new RestApis(
          functions,
          FakeAws.nothing(authority),
          new FunctionPermission(authority.guard(), names),
          (pool, token) -> Optional.empty(),
          new Journal(Clock.systemUTC()),
          Clock.systemUTC());

  @BeforeEach
  void start() throws Exception {
    apis.start(new FakeStack(names, TEMPLATE, List.of(apis)));
  }

  @AfterEach
  void stop() {
    apis.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "text/plain"
      })
  void theExactBodyReachesTheFunctionWhateverItsType(String type) {
    var body = "a=1&b=\"$input.body\"\\ ü\u007f👍\n";

    var answer = post("/api/raw", type, body);

    var event = functions.seen("hook").poll();
    assertThat(new String(Base64.getDecoder().decode(event.path("raw").asText()), UTF_8))
        .isEqualTo(body);
    assertThat(event.path("signature").asText()).isEqualTo("v0=1\"2");
    assertThat(event.path("time").asText()).isEqualTo("17");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.headers()).containsEntry("Content-Type", "text/plain");
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("ok");
  }

  @Test
  void aTypeWithoutATemplateIsRefused() {
    assertThat(post("/api/raw", "text/html", "x").status()).isEqualTo(415);
    assertThat(post("/api/form", "application/json", "{}").status()).isEqualTo(415);
  }

  @Test
  void aFormsFieldsReachTheFunctionAndXmlIsAnswered() throws Exception {
    var answer =
        post(
            "/api/form",
            "application/x-www-form-urlencoded",
            "From=%2B15550100&Body=it%27s+%22%24input.body%22%3D%5C+%F0%9F%91%8D&Empty=");

    assertThat(functions.seen("hook").poll())
        .isEqualTo(
            JSON.readTree(
                """
                {"From": "+15550100", "Body": "it's \\"$input.body\\"=\\\\ 👍", "Empty": ""}"""));
    assertThat(answer.headers()).containsEntry("Content-Type", "application/xml");
    assertThat(new String(answer.body(), UTF_8)).isEqualTo("<Response>ok</Response>");
  }

  private RestAnswer post(String path, String type, String body) {
    var headers =
        Map.of(
            "Content-Type",
            List.of(type),
            "X-Signature",
            List.of("v0=1\"2"),
            "X-Time",
            List.of("17"));
    return apis.answer(
            names.id("Api", 10),
            new RestRequest("POST", path, Map.of(), headers, body.getBytes(UTF_8), "127.0.0.1"))
        .orElseThrow();
  }
}
