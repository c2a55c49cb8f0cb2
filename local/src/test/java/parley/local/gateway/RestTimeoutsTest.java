package parley.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import parley.local.aws.AwsAnswer;

/** Integrations whose time is short, and whose other end never answers. */
class RestTimeoutsTest extends RestCase {

  @Override
  String template() {
    return TEMPLATE.replace("\"TimeoutInMillis\": 29000", "\"TimeoutInMillis\": 100");
  }

  @Test
  void aFunctionThatTakesTooLongIsGivenUp() {
    var never = new CountDownLatch(1);
    functions.with(
        "create",
        event -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return "{}";
        });

    var answer = post("good", "application/json", "{\"name\": \"x\"}");

    assertThat(answer.status()).isEqualTo(504);
    assertThat(body(answer)).isEqualTo("{\"message\":\"Endpoint request timed out\"}");
  }

  @Test
  void anAnswerThatComesTooLateIsNotWaitedFor() {
    var end = new CountDownLatch(1);
    kinesis.answers(
        body -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return AwsAnswer.json(200, "{}");
        });

    assertThat(send("POST", "/api/events", Map.of(), "application/json", "{}").status())
        .isEqualTo(504);
    end.countDown();
  }
}
