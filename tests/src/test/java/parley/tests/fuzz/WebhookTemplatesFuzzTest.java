package parley.tests.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import parley.infra.platform.OpenApi;
import parley.infra.platform.Webhook;
import parley.infra.platform.Webhook.Answers;
import parley.infra.platform.Webhook.Reads;
import parley.local.mapping.Input;
import parley.local.mapping.MappingTemplate;

/** The templates of routes for outside parties, run by the twin's engine. */
class WebhookTemplatesFuzzTest {

  private static final int EXECUTIONS = 1_000;

  /** Takes nothing but one JSON value with every name once. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final OpenApi.Operation HOOK =
      new OpenApi.Operation(
          List.of(
              new OpenApi.Parameter("X-Signature", "header", false),
              new OpenApi.Parameter("X-Time", "header", false)),
          "",
          true);

  private static final MappingTemplate FORM = parsed(Webhook.request(Reads.FORM, HOOK));
  private static final MappingTemplate RAW = parsed(Webhook.request(Reads.RAW, HOOK));

  @Test
  void aFormBecomesExactlyItsFields() throws Exception {
    Executions.run(
        "templates of forms",
        EXECUTIONS,
        2,
        hostile -> {
          var fields = new LinkedHashMap<String, String>();
          for (var i = 0; i < 5; i++) {
            fields.putIfAbsent(hostile.text(), hostile.text());
          }
          var form =
              fields.entrySet().stream()
                  .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                  .collect(Collectors.joining("&"));
          var sent = new HashMap<String, String>();
          fields.forEach((name, value) -> sent.putIfAbsent(decoded(name), decoded(value)));
          var body = record(FORM, form, Map.of()).path("body");
          assertThat(texts(body)).isEqualTo(sent);
        });
  }

  @Test
  void whateverIsSentAsAFormBecomesARecordOfNobodys() throws Exception {
    Executions.run(
        "templates of what is no form",
        EXECUTIONS,
        2,
        hostile -> {
          var body = hostile.text() + "&" + hostile.text() + "=" + hostile.json() + "%";
          var record = record(FORM, body, Map.of());
          assertThat(record).hasSize(4);
          assertThat(record.path("body").isObject()).isTrue();
          assertThat(record.at("/caller/user").asText("?")).isEmpty();
        });
  }

  @Test
  void aRawBodyAndItsHeadersAreExactlyWhatWasSent() throws Exception {
    Executions.run(
        "templates of raw bodies",
        EXECUTIONS,
        2,
        hostile -> {
          var body = hostile.text() + hostile.json();
          var headers = Map.of("x-signature", hostile.text(), "X-OTHER", hostile.text());
          var record = record(RAW, body, headers);
          assertThat(record.at("/body/raw").binaryValue()).isEqualTo(body.getBytes(UTF_8));
          assertThat(texts(record.path("params")))
              .isEqualTo(Map.of("X-Signature", headers.get("x-signature"), "X-Time", ""));
        });
  }

  @Test
  void aRepliesContentIsTheAnswerAsItIs() throws Exception {
    var template = parsed(Webhook.response(Answers.XML));
    Executions.run(
        "templates of answers to outside parties",
        EXECUTIONS,
        2,
        hostile -> {
          var content = hostile.text();
          var reply = STRICT.createObjectNode().put("requestId", "").put("status", 200);
          reply.putObject("body").put("content", content);
          var override = new HashMap<String, Object>(Map.of("header", new HashMap<>()));
          var context = Map.<String, Object>of("requestId", "r-1", "responseOverride", override);
          var input = Input.of(STRICT.writeValueAsString(reply));
          var answer = template.render(input, context, Map.of());
          if (input.unreadable().isEmpty()) {
            assertThat(answer).isEqualTo(content);
          }
        });
  }

  private static JsonNode record(MappingTemplate template, String body, Map<String, String> headers)
      throws Exception {
    // What came over a wire has no half of a surrogate pair.
    var arrived = new String(body.getBytes(UTF_8), UTF_8);
    var input = new Input(arrived, Map.of(), Map.of(), headers);
    return STRICT.readTree(template.render(input, Map.of("requestId", "r-1"), Map.of()));
  }

  private static MappingTemplate parsed(String text) {
    return MappingTemplate.parse("webhook", text);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** As it arrives: half of a surrogate pair cannot be encoded. */
  private static String decoded(String text) {
    return URLDecoder.decode(encoded(text), UTF_8);
  }

  private static Map<String, String> texts(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().asText()));
  }
}
