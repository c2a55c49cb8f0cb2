package parley.addons.triggers.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * An event that waits in a queue, as Lambda hands it over.
 *
 * @param id the queue's own id of it
 * @param receipt by which the queue knows who has it
 * @param queue the queue's ARN
 * @param tries how often it was handed over, with this time
 * @param event the event's text
 */
record Waiting(String id, String receipt, String queue, int tries, String event) {

  /** Those of a batch. */
  static List<Waiting> of(JsonNode batch) {
    return batch.path("Records").valueStream().map(Waiting::read).toList();
  }

  private static Waiting read(JsonNode record) {
    return new Waiting(
        record.path("messageId").asText(),
        record.path("receiptHandle").asText(),
        record.path("eventSourceARN").asText(),
        record.path("attributes").path("ApproximateReceiveCount").asInt(1),
        record.path("body").asText());
  }
}
