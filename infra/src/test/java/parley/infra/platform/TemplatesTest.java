package parley.infra.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.infra.platform.Gateway.Escaping;

class TemplatesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> HOSTILE =
      List.of(
          "",
          "plain",
          "it's",
          "''",
          "\\",
          "\\'",
          "\\\\'",
          "'\\'\\\\'",
          "\"",
          "\", \"user\": \"somebody else\", \"x\": \"",
          "\\\"",
          "$context.requestId #set($x = 1) ${x}",
          "#if(true)x#end",
          "</script>",
          "line\nline\ttab\u0000",
          "\u2028 ü 👍");

  static List<List<Object>> hostileTexts() {
    var all = new ArrayList<List<Object>>();
    for (var escaping : Escaping.values()) {
      HOSTILE.forEach(text -> all.add(List.of(escaping, text)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aRecordHoldsExactlyWhatWasSent(List<Object> given) throws JsonProcessingException {
    var text = (String) given.get(1);
    var gateway =
        gateway((Escaping) given.getFirst(), text, JSON.createObjectNode().put("text", text));
    var record = JSON.readTree(gateway.run(RestTemplates.request(patch())));
    assertThat(record.at("/params/room").asText()).isEqualTo(text);
    assertThat(record.at("/caller/name").asText()).isEqualTo(text);
    assertThat(record.at("/caller/user").asText()).isEqualTo("sub-1");
    assertThat(record.at("/body/text").asText()).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aFramesRecordHoldsExactlyWhatWasSent(List<Object> given) throws JsonProcessingException {
    var text = (String) given.get(1);
    var frame = JSON.createObjectNode().put("id", text).put("room", text).put("text", text);
    var gateway = gateway((Escaping) given.getFirst(), text, frame);
    var record = JSON.readTree(gateway.run(SocketTemplates.frame(List.of("room"))));
    assertThat(record.path("requestId").asText()).isEqualTo(text);
    assertThat(record.at("/params/room").asText()).isEqualTo(text);
    assertThat(record.at("/caller/name").asText()).isEqualTo(text);
    assertThat(record.at("/caller/connection").asText()).isEqualTo("c=");
    assertThat(record.path("body")).isEqualTo(frame);
  }

  @Test
  void aTokenWithoutANameGivesAnEmptyName() throws JsonProcessingException {
    var context =
        Map.<String, Object>of(
            "requestId", "r-1", "authorizer", Map.of("claims", Map.of("sub", "sub-1")));
    var gateway =
        new Gateway(Escaping.WITH_APOSTROPHES, Map.of(), JSON.createObjectNode(), context);
    assertThat(
            JSON.readTree(gateway.run(RestTemplates.request(patch())))
                .at("/caller/name")
                .asText("?"))
        .isEmpty();
  }

  @Test
  void aReplyBecomesAStatusAndABody() throws JsonProcessingException {
    var response = respond("{\"requestId\":\"r\",\"status\":201,\"body\":{\"seq\":7}}");
    assertThat(response.override().get("status")).isEqualTo(201);
    assertThat(response.headers()).isEmpty();
    assertThat(response.body()).isEqualTo(JSON.readTree("{\"seq\":7}"));
  }

  @Test
  void aRefusalIsAProblem() throws JsonProcessingException {
    var response =
        respond("{\"requestId\":\"r\",\"status\":409,\"body\":{\"code\":\"sync-first\"}}");
    assertThat(response.override().get("status")).isEqualTo(409);
    assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(response.body().path("code").asText()).isEqualTo("sync-first");
  }

  /** As a function's failure is that has no message for the pattern of failures to match. */
  @Test
  void anAnswerThatIsNoReplyIsAnInternalError() throws JsonProcessingException {
    var response =
        respond("{\"errorMessage\":null,\"errorType\":\"java.lang.NullPointerException\"}");
    assertThat(response.override().get("status")).isEqualTo(500);
    assertThat(response.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(response.body().path("code").asText()).isEqualTo("internal-error");
    assertThat(response.body().path("requestId").asText()).isEqualTo("r-1");
  }

  @Test
  void aReplyOnASocketIsAFrame() throws JsonProcessingException {
    var reply = JSON.readTree("{\"requestId\":\"1\",\"status\":200,\"body\":{\"seq\":7}}");
    var gateway = gateway(Escaping.WITH_APOSTROPHES, "", reply);
    assertThat(gateway.run(SocketTemplates.reply()))
        .isEqualTo("{\"type\":\"reply\",\"requestId\":\"1\",\"status\":200,\"body\":{\"seq\":7}}");
  }

  @Test
  void whatApiGatewayAnswersOnASocketIsJson() throws JsonProcessingException {
    assertThat(JSON.readTree(SocketTemplates.PONG).path("type").asText()).isEqualTo("pong");
    var unknown = JSON.readTree(SocketTemplates.unknownAction());
    assertThat(unknown.path("type").asText()).isEqualTo("reply");
    assertThat(unknown.at("/body/code").asText()).isEqualTo("unknown-action");
  }

  private record Response(Map<String, Object> override, JsonNode body) {
    @SuppressWarnings("unchecked")
    Map<String, Object> headers() {
      return (Map<String, Object>) override.get("header");
    }
  }

  private static Response respond(String answer) throws JsonProcessingException {
    var override = new HashMap<String, Object>(Map.of("header", new HashMap<>()));
    var context = Map.<String, Object>of("requestId", "r-1", "responseOverride", override);
    var gateway = new Gateway(Escaping.WITH_APOSTROPHES, Map.of(), JSON.readTree(answer), context);
    return new Response(override, JSON.readTree(gateway.run(RestTemplates.response())));
  }

  private static OpenApi.Operation patch() {
    return new OpenApi.Operation(
        List.of(new OpenApi.Parameter("room", "path", true)), "RoomChange", false);
  }

  private static Gateway gateway(Escaping escaping, String text, JsonNode body) {
    var authorizer =
        Map.of("claims", Map.of("sub", "sub-1", "name", text), "user", "sub-1", "name", text);
    var context =
        Map.<String, Object>of("requestId", "r-1", "connectionId", "c=", "authorizer", authorizer);
    return new Gateway(escaping, Map.of("room", text), body, context);
  }
}
