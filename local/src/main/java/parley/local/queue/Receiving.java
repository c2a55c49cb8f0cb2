package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/** SQS' ReceiveMessage, and what a receiver does with a message then. */
final class Receiving {

  private static final int MOST_MESSAGES = 10;

  private Receiving() {}

  static JsonNode receive(Queue queue, JsonNode input, String account)
      throws AwsError, InterruptedException {
    var usual = queue.attributes();
    var most = Input.number(input, "MaxNumberOfMessages", 1, 1, MOST_MESSAGES);
    var wait =
        Input.number(
            input,
            "WaitTimeSeconds",
            (int) usual.patience().toSeconds(),
            0,
            QueueTypes.LONGEST_WAIT);
    var hidden =
        Input.number(
            input,
            "VisibilityTimeout",
            (int) usual.visibility().toSeconds(),
            0,
            QueueTypes.LONGEST_HIDDEN);
    var received = queue.receive(most, Duration.ofSeconds(hidden), Duration.ofSeconds(wait));
    var output = JsonApi.object();
    if (!received.isEmpty()) {
      var messages = output.putArray("Messages");
      received.forEach(one -> messages.add(json(one, input, account)));
    }
    return output;
  }

  static ObjectNode delete(Queue queue, JsonNode input) throws AwsError {
    queue.delete(List.of(Input.text(input, "ReceiptHandle")));
    return JsonApi.object();
  }

  static ObjectNode hide(Queue queue, JsonNode input) throws AwsError {
    var receipt = Input.text(input, "ReceiptHandle");
    var seconds = Input.number(input, "VisibilityTimeout", -1, 0, QueueTypes.LONGEST_HIDDEN);
    return switch (queue.hide(receipt, Duration.ofSeconds(seconds))) {
      case DONE -> JsonApi.object();
      case NOT_IN_FLIGHT ->
          throw new AwsError(
              "com.amazonaws.sqs#MessageNotInflight", "the message is visible to others again");
      case UNKNOWN ->
          throw new AwsError(
              "com.amazonaws.sqs#ReceiptHandleIsInvalid", "The input receipt handle is invalid.");
    };
  }

  private static ObjectNode json(Received received, JsonNode input, String account) {
    var message = received.message();
    var json =
        JsonApi.object()
            .put("MessageId", message.id())
            .put("ReceiptHandle", received.receipt())
            .put("MD5OfBody", MessageAttributes.md5(message.body()))
            .put("Body", message.body());
    var wanted = wanted(input);
    if (!wanted.isEmpty()) {
      var attributes = json.putObject("Attributes");
      received
          .attributes(account)
          .forEach(
              (name, value) -> {
                if (wanted.contains("All") || wanted.contains(name)) {
                  attributes.put(name, value);
                }
              });
    }
    var named = MessageAttributes.named(input.path("MessageAttributeNames"));
    var sent = MessageAttributes.some(message.attributes(), named);
    if (!sent.isEmpty()) {
      json.put("MD5OfMessageAttributes", MessageAttributes.md5(sent));
      json.set("MessageAttributes", sent);
    }
    return json;
  }

  private static Set<String> wanted(JsonNode input) {
    Set<String> wanted = new HashSet<>();
    input.path("AttributeNames").forEach(name -> wanted.add(name.asText()));
    input.path("MessageSystemAttributeNames").forEach(name -> wanted.add(name.asText()));
    return wanted;
  }
}
