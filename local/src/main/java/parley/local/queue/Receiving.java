package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/** SQS' ReceiveMessage. */
final class Receiving {

  private static final int MOST_MESSAGES = 10;
  private static final int LONGEST_WAIT = 20;
  private static final int LONGEST_HIDDEN = 43_200;

  JsonNode receive(Queue queue, JsonNode input) throws AwsError, InterruptedException {
    var most = number(input, "MaxNumberOfMessages", 1, 1, MOST_MESSAGES);
    var wait = number(input, "WaitTimeSeconds", 0, 0, LONGEST_WAIT);
    var usual = (int) queue.attributes().visibility().toSeconds();
    var hidden = number(input, "VisibilityTimeout", usual, 0, LONGEST_HIDDEN);
    var received = queue.receive(most, Duration.ofSeconds(hidden), Duration.ofSeconds(wait));
    var output = JsonApi.object();
    if (!received.isEmpty()) {
      var messages = output.putArray("Messages");
      var wanted = wanted(input);
      received.forEach(one -> messages.add(json(one, wanted)));
    }
    return output;
  }

  private static ObjectNode json(Received received, Set<String> wanted) {
    var message = received.message();
    var json =
        JsonApi.object()
            .put("MessageId", message.id())
            .put("ReceiptHandle", received.receipt())
            .put("MD5OfBody", md5(message.body()))
            .put("Body", message.body());
    var known =
        Map.of(
            "ApproximateFirstReceiveTimestamp", Long.toString(received.first()),
            "ApproximateReceiveCount", Integer.toString(received.count()),
            "SentTimestamp", Long.toString(message.sent()));
    if (!wanted.isEmpty()) {
      var attributes = json.putObject("Attributes");
      known.forEach(
          (name, value) -> {
            if (wanted.contains("All") || wanted.contains(name)) {
              attributes.put(name, value);
            }
          });
    }
    return json;
  }

  private static Set<String> wanted(JsonNode input) {
    Set<String> wanted = new HashSet<>();
    input.path("AttributeNames").forEach(name -> wanted.add(name.asText()));
    input.path("MessageSystemAttributeNames").forEach(name -> wanted.add(name.asText()));
    return wanted;
  }

  private static int number(JsonNode input, String name, int otherwise, int least, int most)
      throws AwsError {
    var value = input.path(name).asInt(otherwise);
    if (value < least || value > most) {
      throw new AwsError(
          "InvalidParameterValue",
          "%s is %d: %d to %d are allowed".formatted(name, value, least, most));
    }
    return value;
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }
}
