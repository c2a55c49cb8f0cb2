package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/** SQS' SendMessage and SendMessageBatch. */
final class Sending {

  private Sending() {}

  static ObjectNode send(Queue queue, JsonNode input) throws AwsError {
    var body = Input.text(input, "MessageBody");
    var usual = (int) queue.attributes().delay().toSeconds();
    var delay = Input.number(input, "DelaySeconds", usual, 0, QueueTypes.LONGEST_DELAY);
    var attributes = MessageAttributes.read(input);
    var size = size(body, attributes);
    if (size > queue.attributes().largest()) {
      throw new AwsError(
          "InvalidParameterValue",
          "One or more parameters are invalid. Reason: Message must be shorter than %d bytes."
              .formatted(queue.attributes().largest()));
    }
    var message = queue.send(body, attributes, Duration.ofSeconds(delay));
    var output =
        JsonApi.object()
            .put("MessageId", message.id())
            .put("MD5OfMessageBody", MessageAttributes.md5(body));
    if (!attributes.isEmpty()) {
      output.put("MD5OfMessageAttributes", MessageAttributes.md5(attributes));
    }
    return output;
  }

  static ObjectNode batch(Queue queue, JsonNode input) throws AwsError {
    var size = 0;
    for (var entry : input.path("Entries")) {
      size += size(entry.path("MessageBody").asText(), entry.path("MessageAttributes"));
    }
    if (size > QueueTypes.LARGEST_MESSAGE) {
      throw new AwsError(
          "com.amazonaws.sqs#BatchRequestTooLong",
          "Batch requests cannot be longer than %d bytes. You have sent %d bytes."
              .formatted(QueueTypes.LARGEST_MESSAGE, size));
    }
    return Input.each(input, entry -> send(queue, entry));
  }

  private static int size(String body, JsonNode attributes) {
    return MessageAttributes.bytes(body) + MessageAttributes.size(attributes);
  }
}
