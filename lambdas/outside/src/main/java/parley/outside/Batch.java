package parley.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import parley.kernel.Json;

/**
 * Works through what Lambda hands over from a queue, each message by itself: what fails, and what
 * there was no time for, Lambda hands over again.
 *
 * @param work what is to be done with each
 */
public record Batch(Clock clock, Work work) {

  /** Lambda ends the function after a minute; what is under way then takes a while. */
  private static final Duration WORKS = Duration.ofSeconds(35);

  /** Does one message's work. */
  @FunctionalInterface
  public interface Work {
    /**
     * Throws where it is to be done again.
     *
     * @param body the message's
     * @param end after which nothing is to be begun
     */
    void on(String body, Instant end);
  }

  /** Answers Lambda's event of a queue with the messages that failed. */
  public JsonNode answer(JsonNode event) {
    var answer = Json.object();
    var failures = answer.putArray("batchItemFailures");
    var end = clock.instant().plus(WORKS);
    for (var message : event.path("Records")) {
      try {
        if (clock.instant().isAfter(end)) {
          throw new IllegalStateException("there was no time for it");
        }
        work.on(message.path("body").asText(), end);
      } catch (RuntimeException e) {
        System.err.println("is to be done again: " + e);
        failures.addObject().put("itemIdentifier", message.path("messageId").asText());
      }
    }
    return answer;
  }
}
