package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.template.Names;

/** SQS' GetQueueAttributes. */
final class QueueAttributes {

  private QueueAttributes() {}

  static JsonNode of(Queue queue, Names names, JsonNode input) throws AwsError {
    var known = known(queue, names);
    Set<String> wanted = new HashSet<>();
    for (var name : input.path("AttributeNames")) {
      if (!name.asText().equals("All")
          && !name.asText().equals("RedrivePolicy")
          && !known.containsKey(name.asText())) {
        throw new AwsError(
            "InvalidAttributeName",
            "the attribute %s is not known: All, %s are"
                .formatted(name.asText(), String.join(", ", known.keySet())));
      }
      wanted.add(name.asText());
    }
    var output = JsonApi.object();
    if (!wanted.isEmpty()) {
      var attributes = output.putObject("Attributes");
      known.forEach(
          (name, value) -> {
            if (wanted.contains("All") || wanted.contains(name)) {
              attributes.put(name, value);
            }
          });
    }
    return output;
  }

  private static Map<String, String> known(Queue queue, Names names) {
    var attributes = queue.attributes();
    var counts = queue.counts();
    var known = new LinkedHashMap<String, String>();
    known.put("QueueArn", names.arn("sqs", attributes.name()));
    known.put("ApproximateNumberOfMessages", Long.toString(counts.visible()));
    known.put("ApproximateNumberOfMessagesNotVisible", Long.toString(counts.inFlight()));
    known.put("ApproximateNumberOfMessagesDelayed", Long.toString(counts.delayed()));
    known.put("VisibilityTimeout", Long.toString(attributes.visibility().toSeconds()));
    known.put("MessageRetentionPeriod", Long.toString(attributes.retention().toSeconds()));
    known.put("DelaySeconds", Long.toString(attributes.delay().toSeconds()));
    known.put("ReceiveMessageWaitTimeSeconds", Long.toString(attributes.patience().toSeconds()));
    known.put("MaximumMessageSize", Integer.toString(attributes.largest()));
    attributes
        .redrive()
        .ifPresent(
            redrive ->
                known.put(
                    "RedrivePolicy",
                    JsonApi.object()
                        .put("deadLetterTargetArn", redrive.queueArn())
                        .put("maxReceiveCount", redrive.most())
                        .toString()));
    return known;
  }
}
