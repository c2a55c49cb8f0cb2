package parley.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

class BatchTest {

  private static final String EVENT =
      """
      {"Records": [{"messageId": "m1", "body": "one"}, {"messageId": "m2", "body": "two"},
        {"messageId": "m3", "body": "three"}]}""";

  private final FakeClock clock = new FakeClock();
  private final List<String> done = new ArrayList<>();

  @Test
  void whatFailsIsSaidAndTheRestIsDone() {
    var answer =
        new Batch(
                clock,
                (body, _) -> {
                  if (body.equals("two")) {
                    throw new IllegalStateException("not now");
                  }
                  done.add(body);
                })
            .answer(Json.read(EVENT));

    assertThat(done).containsExactly("one", "three");
    assertThat(answer).hasToString("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
  }

  @Test
  void whatThereIsNoTimeForIsLeftForAnotherTime() {
    var answer =
        new Batch(
                clock,
                (body, _) -> {
                  done.add(body);
                  clock.pass(Duration.ofSeconds(36));
                })
            .answer(Json.read(EVENT));

    assertThat(done).containsExactly("one");
    assertThat(answer.at("/batchItemFailures").size()).isEqualTo(2);
  }
}
