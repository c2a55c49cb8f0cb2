package parley.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import parley.local.lambda.Functions;

class VerdictTest {

  private static final List<StreamRecord> BATCH =
      Stream.of("1", "2", "3")
          .map(s -> new StreamRecord(s, Instant.EPOCH, JsonNodeFactory.instance.objectNode()))
          .toList();

  @Test
  void anAnswerWithoutFailuresIsDone() {
    for (var answer : List.of("", "{}", "null", "{\"batchItemFailures\": []}")) {
      assertThat(said(answer)).as(answer).isEqualTo(new Verdict.Done());
    }
  }

  @Test
  void whatStandsBeforeTheFirstFailureIsDone() {
    assertThat(said(failing("\"3\""))).isEqualTo(new Verdict.FailedFrom(2));
    assertThat(said(failing("\"1\""))).isEqualTo(new Verdict.Failed());
  }

  @Test
  void whatCannotBeUnderstoodIsAFailureOfAll() {
    for (var answer : List.of("no json", failing("\"\""), failing("null"), failing("\"9\""))) {
      assertThat(said(answer)).as(answer).isEqualTo(new Verdict.Failed());
    }
  }

  private static String failing(String identifier) {
    return "{\"batchItemFailures\": [{\"itemIdentifier\": %s}]}".formatted(identifier);
  }

  private static Verdict said(String answer) {
    return Verdict.of(new Functions.Result(answer.getBytes(UTF_8), false), true, BATCH);
  }
}
