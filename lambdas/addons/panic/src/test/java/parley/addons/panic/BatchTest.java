package parley.addons.panic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

final class BatchTest {

  @Test
  void whatFailsComesAgainAndTheRestDoesNot() {
    List<String> done = new ArrayList<>();
    var batch =
        new Batch(
            body -> {
              if (body.path("bad").asBoolean()) {
                throw new IOException("bad");
              }
              done.add(body.path("n").asText());
            });

    var answer =
        batch.answer(
            Json.read(
                """
                {"Records": [{"messageId": "1", "body": "{\\"n\\": 1}"}, {"messageId": "2", "body": "{\\"bad\\": true}"},
                 {"messageId": "3", "body": "no JSON"}, {"messageId": "4", "body": "{\\"n\\": 4}"}]}\
                """));

    assertThat(done).containsExactly("1", "4");
    assertThat(answer)
        .hasToString(
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"},{\"itemIdentifier\":\"3\"}]}");
  }
}
