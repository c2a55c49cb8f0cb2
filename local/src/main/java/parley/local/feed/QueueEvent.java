package parley.local.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import parley.local.queue.Received;
import parley.local.template.Names;

/** The event with which Lambda hands messages over. */
final class QueueEvent {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private QueueEvent() {}

  static byte[] of(List<Received> batch, String queueArn, Names names) {
    var event = MAPPER.createObjectNode();
    var records = event.putArray("Records");
    batch.forEach(received -> records.add(record(received, queueArn, names)));
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode record(Received received, String queueArn, Names names) {
    var message = received.message();
    var json =
        MAPPER
            .createObjectNode()
            .put("messageId", message.id())
            .put("receiptHandle", received.receipt())
            .put("body", message.body());
    json.set("attributes", MAPPER.valueToTree(received.attributes(names.account())));
    var attributes = json.putObject("messageAttributes");
    message.attributes().properties().forEach(a -> attributes.set(a.getKey(), sent(a.getValue())));
    if (!message.attributes().isEmpty()) {
      json.put("md5OfMessageAttributes", message.md5OfAttributes());
    }
    return json.put("md5OfBody", message.md5())
        .put("eventSource", "aws:sqs")
        .put("eventSourceARN", queueArn)
        .put("awsRegion", names.region());
  }

  private static ObjectNode sent(JsonNode attribute) {
    var json = MAPPER.createObjectNode();
    if (attribute.has("StringValue")) {
      json.put("stringValue", attribute.path("StringValue").asText());
    }
    if (attribute.has("BinaryValue")) {
      json.put("binaryValue", attribute.path("BinaryValue").asText());
    }
    json.putArray("stringListValues");
    json.putArray("binaryListValues");
    return json.put("dataType", attribute.path("DataType").asText());
  }
}
