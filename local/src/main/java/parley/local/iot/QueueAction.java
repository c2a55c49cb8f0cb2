package parley.local.iot;

import com.fasterxml.jackson.databind.JsonNode;
import parley.local.iam.Principal;

/**
 * What a rule does with a message: it is sent to a queue.
 *
 * @param queueUrl where to
 * @param role as which
 */
record QueueAction(String queueUrl, Principal.RoleSession role) {

  /** Reads one; throws {@link IllegalArgumentException} where the twin cannot run it. */
  static QueueAction of(JsonNode action) {
    var sqs = action.path("Sqs");
    if (sqs.path("UseBase64").asBoolean()) {
      throw new IllegalArgumentException("UseBase64 is not implemented: take it out");
    }
    return new QueueAction(
        sqs.path("QueueUrl").asText(),
        new Principal.RoleSession(sqs.path("RoleArn").asText(), "iot"));
  }
}
