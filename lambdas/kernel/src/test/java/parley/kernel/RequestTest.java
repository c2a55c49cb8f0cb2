package parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestTest {

  @Test
  void aCallFromInsideHasNoCallerAndAllInItsBody() {
    var request = Request.inside("q1", Map.of("room", "r1"));
    assertThat(Json.write(request))
        .isEqualTo(
            """
            {"requestId":"q1","caller":{"user":"","name":"","connection":""},"params":{},\
            "body":{"room":"r1"}}""");
    assertThat(request.input().id("room")).isEqualTo("r1");
  }

  @Test
  void whatOneFunctionWritesAnotherReads() {
    var request = Request.inside("q1", Map.of("room", "r1"));
    assertThat(Request.of(Json.tree(request))).isEqualTo(request);
  }
}
