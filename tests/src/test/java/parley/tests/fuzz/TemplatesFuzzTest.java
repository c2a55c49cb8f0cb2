package parley.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.local.mapping.Input;
import parley.tests.fuzz.Templates.Named;

/** Every mapping template as it was synthesized, run by the twin's engine. */
class TemplatesFuzzTest {

  private static final int EXECUTIONS = 1_000;

  /** Takes nothing but one JSON value with every name once. */
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private static final ObjectMapper LENIENT = new ObjectMapper();
  private static final Pattern PARAMETER = Pattern.compile("\\$input\\.params\\('(\\w+)'\\)");
  private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\": \\$input\\.json\\('\\$\\.");

  private static Templates templates;

  @BeforeAll
  static void read() throws Exception {
    templates = Templates.read();
  }

  @Test
  void aRequestBecomesARecordWithExactlyWhatWasSent() throws Exception {
    assertThat(templates.restRequests()).hasSizeGreaterThan(20);
    Executions.run(
        "templates of routes, all each time",
        EXECUTIONS,
        2,
        hostile -> {
          for (var template : templates.restRequests()) {
            request(template, hostile);
          }
        });
  }

  @Test
  void whatIsPutIntoTheStreamIsExactlyWhatWasSentAndWho() throws Exception {
    assertThat(templates.puts()).hasSize(2);
    Executions.run(
        "templates of puts, all each time",
        EXECUTIONS,
        2,
        hostile -> {
          for (var template : templates.puts()) {
            put(template, hostile);
          }
        });
  }

  private static void put(Named template, Hostile hostile) throws Exception {
    var event = object(hostile);
    // The model lets objects pass alone.
    var body = "{\"id\":%s,\"events\":[%s,{\"data\":%s}]}".formatted(event, event, hostile.json());
    var input = Input.of(body);
    var put = STRICT.readTree(template.template().render(input, context(hostile.text()), Map.of()));
    if (input.unreadable().isPresent()) {
      return;
    }
    var sent = LENIENT.readTree(body);
    if (put.has("Records")) {
      assertThat(put.path("Records")).hasSize(2);
      for (var i = 0; i < 2; i++) {
        assertPut(template, put.path("Records").path(i), sent.path("events").path(i));
      }
    } else {
      assertPut(template, put, sent);
    }
  }

  private static void assertPut(Named template, JsonNode put, JsonNode sent) throws IOException {
    assertThat(put.path("PartitionKey").asText()).isEqualTo("sub-1");
    var record = STRICT.readTree(put.path("Data").binaryValue());
    assertThat(record.path("user").asText()).isEqualTo("sub-1");
    assertThat(record.path("received").asLong()).isEqualTo(7);
    assertThat(record).hasSize(4);
    assertSame(template, record.path("event"), sent);
  }

  @Test
  void aFrameBecomesARecordWithExactlyWhatWasSent() throws Exception {
    assertThat(templates.frames()).hasSizeGreaterThan(4);
    assertThat(templates.openings()).hasSize(2);
    Executions.run(
        "templates of frames, all each time",
        EXECUTIONS,
        2,
        hostile -> {
          for (var template : templates.frames()) {
            frame(template, hostile);
          }
          for (var template : templates.openings()) {
            var name = hostile.text();
            assertThat(caller(rendered(template, "", context(name)))).isEqualTo(name);
          }
        });
  }

  @Test
  void aReplyBecomesAnAnswerWithExactlyWhatTheFunctionSaid() throws Exception {
    Executions.run(
        "templates of replies, all each time",
        EXECUTIONS,
        2,
        hostile -> {
          var body = LENIENT.createObjectNode();
          body.put("detail", hostile.text()).put("code", hostile.text());
          var reply = LENIENT.createObjectNode().put("requestId", hostile.text());
          reply.put("status", hostile.any(java.util.List.of(200, 201, 400, 404))).set("body", body);
          for (var template : templates.restResponses()) {
            answer(template, reply);
          }
          for (var template : templates.replies()) {
            var frame = LENIENT.createObjectNode().put("type", "reply").setAll(reply);
            assertSame(template, rendered(template, reply.toString(), context("")), frame);
          }
        });
  }

  private static void request(Named template, Hostile hostile) throws Exception {
    var query =
        PARAMETER
            .matcher(template.text())
            .results()
            .map(match -> match.group(1))
            .distinct()
            .collect(Collectors.toMap(name -> name, _ -> hostile.text()));
    var body = object(hostile);
    var name = hostile.text();
    var input = new Input(body, query, Map.of(), Map.of());
    var record = STRICT.readTree(template.template().render(input, context(name), Map.of()));
    assertThat(caller(record)).isEqualTo(name);
    assertThat(record.at("/caller/user").asText()).isEqualTo("sub-1");
    assertThat(texts(record.path("params"))).isEqualTo(query);
    assertBody(template, record, body, input);
  }

  private static void frame(Named template, Hostile hostile) throws Exception {
    var body = object(hostile);
    var name = hostile.text();
    var input = Input.of(body);
    var record = STRICT.readTree(template.template().render(input, context(name), Map.of()));
    assertThat(caller(record)).isEqualTo(name);
    assertThat(record.at("/caller/user").asText()).isEqualTo("sub-1");
    assertThat(record.at("/caller/connection").asText()).isEqualTo("c=");
    var names = MEMBER.matcher(template.text()).results().map(match -> match.group(1)).toList();
    assertThat(record.path("params").properties().stream().map(Map.Entry::getKey).toList())
        .containsExactlyInAnyOrderElementsOf(
            names.stream().filter(n -> !n.equals("requestId")).toList());
    assertBody(template, record, body, input);
  }

  private static void assertBody(Named template, JsonNode record, String body, Input input)
      throws JsonProcessingException {
    if (template.text().contains("$input.json('$')") && input.unreadable().isEmpty()) {
      assertSame(template, record.path("body"), LENIENT.readTree(body));
    } else {
      assertThat(record.path("body").isValueNode() || record.path("body").isEmpty()).isTrue();
    }
  }

  private static void answer(Named template, JsonNode reply) throws Exception {
    var override = new HashMap<String, Object>(Map.of("header", new HashMap<String, Object>()));
    var context = new HashMap<>(context(""));
    context.put("responseOverride", override);
    assertSame(template, rendered(template, reply.toString(), context), reply.path("body"));
    assertThat(override.get("status").toString()).isEqualTo(reply.path("status").asText());
  }

  private static void assertSame(Named template, JsonNode given, JsonNode sent) {
    assertThat(Alike.firstDifference(given, sent)).as("%s", template.name()).isEmpty();
  }

  private static JsonNode rendered(Named template, String input, Map<String, Object> context)
      throws JsonProcessingException {
    return STRICT.readTree(template.template().render(Input.of(input), context, Map.of()));
  }

  /** A frame or a body in which much is as it should be, so that paths are found. */
  private static String object(Hostile hostile) {
    return "{\"action\":\"send\",\"id\":%s,\"room\":%s,\"text\":%s,\"rooms\":%s,\"seq\":%s}"
        .formatted(hostile.json(), hostile.json(), hostile.json(), hostile.json(), hostile.json());
  }

  private static Map<String, Object> context(String name) {
    var authorizer =
        Map.of("claims", Map.of("sub", "sub-1", "name", name), "user", "sub-1", "name", name);
    return Map.of(
        "requestId", "r-1", "requestTimeEpoch", 7, "connectionId", "c=", "authorizer", authorizer);
  }

  private static String caller(JsonNode record) {
    return record.at("/caller/name").asText("?");
  }

  private static Map<String, String> texts(JsonNode object) {
    return object.properties().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().asText()));
  }
}
