package parley.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** The events that functions are asked with, about the room "bench" and its members user-0 …. */
final class Events {

  static final String ROOM = "bench";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Events() {}

  static String joins(int user) {
    var record = record(0, 0);
    record
        .withObject("/body")
        .put("user", "user-" + user)
        .put("change", "joined")
        .put("role", "member")
        .put("by", "user-" + user)
        .put("changeId", "joins");
    return record.toString();
  }

  static String connects(int user) {
    return record(user, 0).toString();
  }

  static String subscribes(int user) {
    var record = record(user, 0);
    record.withObject("/body").putArray("rooms").add(ROOM);
    return record.toString();
  }

  static String sends(int user, long after) {
    return record(user, after).toString();
  }

  /** What Lambda hands over of a table's stream: new items as DynamoDB writes them. */
  static String inserted(Iterable<JsonNode> items) {
    var event = JSON.createObjectNode();
    var records = event.putArray("Records");
    for (var item : items) {
      var change = records.addObject().put("eventName", "INSERT").putObject("dynamodb");
      change.put("SequenceNumber", item.at("/seq/N").asText()).set("NewImage", item);
    }
    return event.toString();
  }

  /** An event that every function finds something in. */
  static String ofAnyKind() {
    var record = record(0, 1);
    record.withObject("/params").put("query", "be").put("users", "user-0").put("scope", "mine");
    record
        .withObject("/body")
        .put("user", "user-1")
        .put("role", "member")
        .put("change", "joined")
        .put("by", "user-0")
        .put("changeId", "again")
        .put("name", "Bench")
        .put("color", "red")
        .put("visibility", "private")
        .put("seq", 1)
        .put("messages", 0)
        .put("emoji", "👍")
        .put("on", true);
    record.withObject("/body").putArray("rooms").add(ROOM);
    record.put("methodArn", "bench");
    record.withObject("/headers").put("Origin", "bench");
    record.withObject("/queryStringParameters").put("ticket", "bench");
    record.set("Records", JSON.createArrayNode());
    return record.toString();
  }

  private static ObjectNode record(int user, long after) {
    var record = JSON.createObjectNode().put("requestId", "1");
    record
        .putObject("caller")
        .put("user", "user-" + user)
        .put("name", "Bench")
        .put("connection", "connection-" + user);
    record.putObject("params");
    record
        .putObject("body")
        .put("room", ROOM)
        .put("clientId", UUID.randomUUID().toString())
        .put("after", after)
        .put("text", "what are we going to have for lunch today?");
    return record;
  }
}
