package parley.addons.panic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;

/** Messages of a queue, of which each that fails comes again by itself. */
record Batch(Work work) {

  /** What is done with one message's body. */
  interface Work {

    /** Does it; throws where it is to be done again. */
    void handle(JsonNode body) throws IOException;
  }

  /** Does all; the answer names what failed, as Lambda wants it. */
  ObjectNode answer(JsonNode event) {
    var answer = Json.object();
    var failures = answer.putArray("batchItemFailures");
    for (var message : event.path("Records")) {
      try {
        work.handle(Json.read(message.path("body").asText()));
      } catch (IOException | RuntimeException e) {
        System.err.println("a message failed: " + e);
        failures.addObject().put("itemIdentifier", message.path("messageId").asText());
      }
    }
    return answer;
  }

  /** Throws where another function refused: the next try may go better, or the queue tells. */
  static void require(Reply reply) {
    if (!reply.succeeded()) {
      throw new IllegalStateException("messages refused: " + codeOf(reply));
    }
  }

  private static String codeOf(Reply reply) {
    return reply.body() instanceof Refusal refusal
        ? refusal.code()
        : Json.tree(reply.body()).path("code").asText();
  }
}
