package parley.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** What a message takes of DynamoDB and of the socket API in a room of 10 who all listen. */
final class Cost {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MEMBERS = 10;
  private static final int MESSAGES = 100;

  private Cost() {}

  static Table ofMessage() throws Exception {
    var functions = Functions.ofDemo();
    try (var meter = Meter.with(functions.tables());
        var send = FunctionProcess.start(functions.named("messages.SendMessage"), meter.address());
        var deliver =
            FunctionProcess.start(functions.named("connections.Deliver"), meter.address())) {
      Room.open(functions, meter, MEMBERS);
      meter.take();
      for (var i = 0; i < MESSAGES; i++) {
        send.ask(Events.sends(0, MEMBERS + i));
      }
      var sent = meter.take();
      var items = items(functions, meter);
      for (var item : items) {
        deliver.ask(Events.inserted(List.of(item)));
      }
      var one = meter.take();
      deliver.ask(Events.inserted(items));
      var batch = meter.take();
      var table =
          new Table(
              "a message in a room of 10",
              "write units",
              "read units",
              "calls of DynamoDB",
              "frames");
      row(table, "until the ack", sent);
      row(table, "delivery, one by one", one);
      row(table, "delivery, in a batch of " + MESSAGES, batch);
      return table;
    }
  }

  private static void row(Table table, String name, Meter.Count count) {
    table.row(
        name,
        count.writes() / MESSAGES,
        count.reads() / MESSAGES,
        (double) count.calls() / MESSAGES,
        (double) count.frames() / MESSAGES);
  }

  /** The messages as the log has them. */
  private static List<JsonNode> items(Functions functions, Meter meter) throws Exception {
    var table =
        functions.named("messages.SendMessage").settings().at("/MESSAGES_TABLE/Ref").asText();
    var query =
        JSON.createObjectNode()
            .put("TableName", table)
            .put("ConsistentRead", true)
            .put("KeyConditionExpression", "room = :room AND seq > :joined");
    query.withObject("/ExpressionAttributeValues/:room").put("S", Events.ROOM);
    query.withObject("/ExpressionAttributeValues/:joined").put("N", "" + MEMBERS);
    return meter.call("Query", query).path("Items").valueStream().toList();
  }
}
