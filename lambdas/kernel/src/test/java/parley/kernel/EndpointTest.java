package parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EndpointTest {

  private static final String RECORD =
      """
      {"requestId": "q1", "caller": {"user": "u1", "name": "Ada", "connection": "c1"},
       "params": {"room": "r1"}, "body": {"text": "hi"}}
      """;

  @Test
  void aReplyIsWrittenAsAnEnvelope() throws IOException {
    assertThat(serve(_ -> Reply.created(Json.object().put("seq", 7)), RECORD))
        .isEqualTo(
            """
            {"requestId":"q1","status":201,"body":{"seq":7}}""");
  }

  @Test
  void aRefusalIsAProblem() throws IOException {
    assertThat(serve(_ -> Reply.refused(Refusal.conflict("sync-first", "sync the room")), RECORD))
        .isEqualTo(
            """
            {"requestId":"q1","status":409,"body":{"type":"urn:parley:problem:sync-first",\
            "title":"sync first","status":409,"code":"sync-first","detail":"sync the room",\
            "requestId":"q1"}}""");
  }

  @Test
  void aRefusalOfInputNamesTheMembers() throws IOException {
    var refusal = Refusal.invalid(List.of(new Violation("text", "is empty")));
    assertThat(serve(_ -> Reply.refused(refusal), RECORD))
        .endsWith("\"errors\":[{\"field\":\"text\",\"message\":\"is empty\"}]}}");
  }

  @Test
  void theUseCaseSeesTheWholeRecord() throws IOException {
    serve(
        request -> {
          assertThat(request.caller()).isEqualTo(new Caller("u1", "Ada", "c1"));
          assertThat(request.params().path("room").asText()).isEqualTo("r1");
          assertThat(request.body().path("text").asText()).isEqualTo("hi");
          return Reply.done();
        },
        RECORD);
  }

  @Test
  void aRecordOfOtherTypesIsReadAsEmpty() throws IOException {
    for (var record :
        List.of("{}", "[]", "null", "", "{\"caller\": 5, \"params\": [], \"body\": \"x\"}")) {
      var answer =
          serve(
              request -> {
                assertThat(request.caller()).isEqualTo(Caller.inside());
                assertThat(request.params()).isEmpty();
                assertThat(request.body()).isEmpty();
                return Reply.done();
              },
              record);
      assertThat(answer)
          .isEqualTo(
              """
              {"requestId":"","status":200,"body":{}}""");
    }
  }

  @Test
  void aBodyThatCannotBeReadIsRefused() throws IOException {
    var deep = "[".repeat(200) + "]".repeat(200);
    for (var value : List.of(deep, "9".repeat(2000), "{\"\\ud83d\": 1}")) {
      var record = "{\"requestId\": \"q1\", \"body\": {\"x\": %s}}".formatted(value);
      assertThat(serve(_ -> Reply.done(), record))
          .startsWith("{\"requestId\":\"q1\",\"status\":400,")
          .contains("\"code\":\"invalid-input\"");
    }
  }

  @Test
  void anIdOfSixtyFourCharactersIsGivenBack() throws IOException {
    for (var id : List.of("x".repeat(64), "👍".repeat(64), "", "\\u0000'\\\"")) {
      assertThat(Json.read(serve(_ -> Reply.done(), "{\"requestId\": \"%s\"}".formatted(id))))
          .isEqualTo(
              Json.object()
                  .put("requestId", Json.read("\"%s\"".formatted(id)).textValue())
                  .put("status", 200)
                  .set("body", Json.object()));
    }
  }

  @Test
  void anIdThatNoReplyCanCarryIsRefusedAndNothingIsDone() throws IOException {
    var long65 = "\"%s\"".formatted("x".repeat(65));
    for (var id : List.of(long65, "7", "{}", "[\"x\"]", "true", "\"\\ud83d\"", "\"a\\udc4db\"")) {
      var answer =
          serve(
              _ -> {
                throw new AssertionError("it must not be done");
              },
              "{\"requestId\": %s}".formatted(id));
      assertThat(answer)
          .startsWith("{\"requestId\":\"\",\"status\":400,")
          .contains("\"code\":\"invalid-input\"", "at most 64 characters");
    }
  }

  @Test
  void anIdThatStandsBehindWhatCannotBeReadIsNotGuessed() throws IOException {
    var deep = "[".repeat(200) + "]".repeat(200);
    for (var record :
        List.of(
            "{\"requestId\": \"%s\", \"body\": %s}".formatted("x".repeat(65), deep),
            "{\"requestId\": \"\\ud83d\", \"body\": %s}".formatted(deep),
            "{\"requestId\": %s}".formatted(deep),
            "{\"body\": {\"requestId\": \"q2\", \"x\": %s}}".formatted(deep),
            deep)) {
      assertThat(serve(_ -> Reply.done(), record)).startsWith("{\"requestId\":\"\",");
    }
  }

  @Test
  void anExceptionIsLeftToLambda() {
    assertThatThrownBy(
            () ->
                serve(
                    _ -> {
                      throw new IllegalStateException("a bug");
                    },
                    RECORD))
        .hasMessage("a bug");
  }

  private static String serve(UseCase useCase, String record) throws IOException {
    var out = new ByteArrayOutputStream();
    new Endpoint(useCase)
        .serve(new ByteArrayInputStream(record.getBytes(StandardCharsets.UTF_8)), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
