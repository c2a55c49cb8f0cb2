package parley.tests.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The log's change stream: some shards, each of which hands its rooms' entries to Deliver. */
final class Stream implements AutoCloseable {

  private static final int SHARDS = 4;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Shard> shards;
  private final List<Thread> threads = new ArrayList<>();

  Stream(Cloud cloud) {
    shards = IntStream.range(0, SHARDS).mapToObj(i -> new Shard(cloud, i)).toList();
    shards.forEach(shard -> threads.add(Thread.ofVirtual().start(shard)));
  }

  /** An item that is new in the table. */
  void add(Map<String, AttributeValue> item) {
    var room = item.get("room").s();
    shards.get(Math.floorMod(room.hashCode(), SHARDS)).add(room, item);
  }

  /** Waits until all is handed over. */
  void drain() throws InterruptedException {
    for (var shard : shards) {
      shard.drain();
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (var thread : threads) {
      thread.interrupt();
      thread.join();
    }
  }

  /** Lambda's event with these items. */
  static JsonNode event(List<Item> batch) {
    var event = JSON.objectNode();
    var records = event.putArray("Records");
    for (var item : batch) {
      var record = records.addObject().put("eventName", "INSERT");
      record
          .putObject("dynamodb")
          .put("SequenceNumber", item.number())
          .set("NewImage", item.json());
    }
    return event;
  }

  /** An item on its way, with its place in the stream. */
  record Item(String number, String room, JsonNode json) {

    static Item of(String number, String room, Map<String, AttributeValue> item) {
      return new Item(number, room, map(item));
    }

    private static ObjectNode map(Map<String, AttributeValue> item) {
      var json = JSON.objectNode();
      item.forEach((name, value) -> json.set(name, value(value)));
      return json;
    }

    private static JsonNode value(AttributeValue value) {
      return switch (value.type()) {
        case S -> JSON.objectNode().put("S", value.s());
        case N -> JSON.objectNode().put("N", value.n());
        case BOOL -> JSON.objectNode().put("BOOL", value.bool());
        default -> throw new IllegalArgumentException("a new entry has no such value: " + value);
      };
    }
  }
}
