package parley.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.local.FakeFunctions;

/** How a request becomes a record, and a reply a response. */
final class RestApisTest extends RestCase {

  @Test
  void aRequestBecomesARecordAndAReplyBecomesAResponse() throws Exception {
    functions.with("create", event -> "{\"status\": 201, \"body\": {\"seq\": 7}}");

    var answer = post("good", "application/json; charset=utf-8", "{\"name\": \"Ada's\"}");

    assertThat(functions.seen("create").poll())
        .isEqualTo(JSON.readTree("{\"user\": \"s-1\", \"body\": {\"name\": \"Ada's\"}}"));
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsEntry("Content-Type", "application/problem+json");
    assertThat(body(answer)).isEqualTo("{\"seq\":7}");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/rooms/mine, mine",
    "/api/rooms/r1, 'room /rooms/{room}'",
    "/api/rooms/a%2Fb, 'room /rooms/{room}'"
  })
  void staticSegmentsWinOverVariableOnes(String path, String body) {
    assertThat(body(get(path))).isEqualTo(body);
  }

  @Test
  void aGreedyPathTakesTheRestWhateverTheMethod() {
    functions.with("echo", event -> event.path("proxy").toString());

    assertThat(body(send("DELETE", "/api/x/y/z", Map.of(), "application/json", "")))
        .isEqualTo("\"x/y/z\"");
  }

  @Test
  void contextAndStageVariablesAreTheStages() {
    assertThat(body(get("/api/rooms?q=1"))).isEqualTo("blue api 1795500474000");
  }

  @Test
  void theTokenMayFollowBearer() {
    functions.with("create", event -> "{\"status\": 200, \"body\": {}}");

    assertThat(post("Bearer good", "application/json", "{\"name\": \"x\"}").status())
        .isEqualTo(200);
  }

  @Test
  void aFailureThatMatchesItsPatternGetsItsResponse() {
    functions.with(
        "create",
        event -> {
          throw new FakeFunctions.Thrown("boom and bust");
        });

    var answer = post("good", "application/json", "{\"name\": \"x\"}");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(body(answer)).isEqualTo("failed");
    assertThat(answer.headers())
        .containsEntry("Content-Type", "text/plain")
        .containsEntry("X-Why", "boom and bust");
  }

  @Test
  void aPatternMustMatchTheWholeMessage() {
    functions.with(
        "create",
        event -> {
          throw new FakeFunctions.Thrown("a boom");
        });

    // So the default response is taken, whose template finds no status in it.
    assertThat(body(post("good", "application/json", "{\"name\": \"x\"}")))
        .isEqualTo("{\"message\":\"Internal server error\"}");
  }
}
