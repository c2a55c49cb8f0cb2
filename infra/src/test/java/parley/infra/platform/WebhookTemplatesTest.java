package parley.infra.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.infra.platform.Gateway.Escaping;

class WebhookTemplatesTest {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final OpenApi.Operation HOOK =
      new OpenApi.Operation(
          List.of(new OpenApi.Parameter("X-Signature", "header", false)), "", true);

  static List<List<Object>> hostileTexts() {
    return TemplatesTest.hostileTexts();
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aFormsFieldsAreExactlyWhatWasSent(List<Object> given) throws JsonProcessingException {
    var text = (String) given.get(1);
    var form = "Body=" + encoded(text) + "&" + encoded("n" + text) + "=1&From=%2B15550100";
    var record = form((Escaping) given.getFirst(), form);
    assertThat(record.at("/body/Body").asText()).isEqualTo(text);
    assertThat(record.at("/body").path("n" + text).asText()).isEqualTo("1");
    assertThat(record.at("/body/From").asText()).isEqualTo("+15550100");
    assertThat(record.path("body")).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void whatIsSentUnencodedIsTextToo(List<Object> given) throws JsonProcessingException {
    var text = ((String) given.get(1)).replace("&", "").replace("+", "").replace("%", "");
    var record = form((Escaping) given.getFirst(), "Body=" + text);
    assertThat(record.at("/body/Body").asText()).isEqualTo(text);
  }

  @Test
  void oddFieldsAreTakenAsBrowsersDo() throws JsonProcessingException {
    var body = "a=1&a=2&b&c=&&=x&d=e=f&100%=%zz%4&g=a+b%20c&%C3%BC=%FF";
    assertThat(form(Escaping.WITH_APOSTROPHES, body).path("body"))
        .isEqualTo(
            STRICT.readTree(
                """
                {"a": "1", "b": "", "c": "", "": "x", "d": "e=f", "100%": "%zz%4", "g": "a b c",
                 "ü": "\ufffd"}"""));
    assertThat(form(Escaping.WITH_APOSTROPHES, "").path("body")).isEmpty();
  }

  @Test
  void fieldsBeyondWhatAnyPartySendsAreLeftOut() throws JsonProcessingException {
    var many = new StringBuilder();
    for (var i = 0; i < 5_000; i++) {
      many.append("f").append(i).append("=1&");
    }
    assertThat(form(Escaping.WITH_APOSTROPHES, many.toString()).path("body")).hasSize(256);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aRawBodyIsExactlyWhatWasSentAndSoAreItsHeaders(List<Object> given) throws IOException {
    var text = (String) given.get(1);
    var gateway =
        gateway((Escaping) given.getFirst(), Map.of("x-sIgnature", text), new TextNode(text));
    var record = STRICT.readTree(gateway.run(Webhook.request(Webhook.Reads.RAW, HOOK)));
    assertThat(new String(record.at("/body/raw").binaryValue(), StandardCharsets.UTF_8))
        .isEqualTo(text);
    assertThat(record.at("/params/X-Signature").asText("?")).isEqualTo(text);
    assertThat(record.at("/caller/user").asText("?")).isEmpty();
  }

  @Test
  void aHeaderThatWasNotSentIsEmpty() throws JsonProcessingException {
    assertThat(form(Escaping.WITH_APOSTROPHES, "a=1").at("/params/X-Signature").asText("?"))
        .isEmpty();
  }

  @Test
  void aReplysContentIsTheAnswerAsItIs() {
    var content = "<Response><Message>it's &amp; \"so\"\n</Message></Response>";
    var answer = answer(STRICT.createObjectNode().put("status", 200), content);
    assertThat(answer.text()).isEqualTo(content);
    assertThat(answer.override().get("status")).isEqualTo(200);
    assertThat(answer.headers()).isEmpty();
    assertThat(answer(STRICT.createObjectNode().put("status", 204), "").text()).isEmpty();
  }

  @Test
  void aRefusalAndAFailureAreProblemsAsEverywhere() throws JsonProcessingException {
    var reply = STRICT.createObjectNode().put("status", 401);
    reply.putObject("body").put("code", "not-signed");
    var refused = answered(reply);
    assertThat(STRICT.readTree(refused.text()).path("code").asText()).isEqualTo("not-signed");
    assertThat(refused.headers()).containsEntry("Content-Type", Problem.CONTENT_TYPE);
    var failed = answered(STRICT.createObjectNode());
    assertThat(failed.override().get("status")).isEqualTo(500);
    assertThat(STRICT.readTree(failed.text()).path("code").asText()).isEqualTo("internal-error");
  }

  private record Answer(Map<String, Object> override, String text) {
    @SuppressWarnings("unchecked")
    Map<String, Object> headers() {
      return (Map<String, Object>) override.get("header");
    }
  }

  private static Answer answer(ObjectNode reply, String content) {
    reply.putObject("body").put("content", content);
    return answered(reply);
  }

  private static Answer answered(JsonNode reply) {
    var override = new HashMap<String, Object>(Map.of("header", new HashMap<>()));
    var context = Map.<String, Object>of("requestId", "r-1", "responseOverride", override);
    var gateway = new Gateway(Escaping.WITH_APOSTROPHES, Map.of(), reply, context);
    return new Answer(override, gateway.run(Webhook.response(Webhook.Answers.XML)));
  }

  private static JsonNode form(Escaping escaping, String body) throws JsonProcessingException {
    var gateway = gateway(escaping, Map.of(), new TextNode(body));
    return STRICT.readTree(gateway.run(Webhook.request(Webhook.Reads.FORM, HOOK)));
  }

  private static Gateway gateway(Escaping escaping, Map<String, String> headers, JsonNode body) {
    return new Gateway(escaping, headers, body, Map.of("requestId", "r-1"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
