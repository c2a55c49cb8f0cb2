package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import parley.local.template.Stack;

/**
 * Deletes items whose time to live is over, which DynamoDB Local never does. A deletion stands in
 * the table's stream as any other.
 */
final class Expiry implements AutoCloseable {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  /** DynamoDB leaves what expired longer ago: such a number is more likely no time at all. */
  private static final Duration AT_MOST_AGO = Duration.ofDays(5 * 365);

  private final DynamoClient client;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  Expiry(DynamoClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** Sweeps all tables of the stack that have a time to live, every few seconds. */
  static Expiry start(DynamoClient client, Stack stack, Clock clock, Consumer<String> console) {
    var expiry = new Expiry(client, clock);
    for (var table : stack.all(Tables.TYPE.name())) {
      if (table.get("TimeToLiveSpecification.Enabled").asBoolean()) {
        var name = stack.names().physical(table.id());
        var attribute = table.text("TimeToLiveSpecification.AttributeName");
        expiry.timer.scheduleWithFixedDelay(
            () -> expiry.sweepOrTell(name, attribute, console),
            PERIOD.toSeconds(),
            PERIOD.toSeconds(),
            TimeUnit.SECONDS);
      }
    }
    return expiry;
  }

  /** Deletes what is expired now, unless somebody changes it in between. */
  void sweep(String table, String attribute) throws IOException, InterruptedException {
    var keys = keys(table);
    JsonNode from = DynamoClient.object();
    do {
      var scan = expired(table, attribute, "#ttl <= :now AND #ttl > :ancient", true);
      if (!from.isEmpty()) {
        scan.set("ExclusiveStartKey", from);
      }
      var page = client.table("Scan", scan);
      for (var item : page.path("Items")) {
        delete(table, attribute, keys, item);
      }
      from = page.path("LastEvaluatedKey");
    } while (!from.isEmpty());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void sweepOrTell(String table, String attribute, Consumer<String> console) {
    try {
      sweep(table, attribute);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      if (!timer.isShutdown()) {
        console.accept("expired items of %s could not be deleted: %s".formatted(table, e));
      }
    }
  }

  private List<String> keys(String table) throws IOException, InterruptedException {
    var names = new ArrayList<String>();
    client
        .table("DescribeTable", DynamoClient.object().put("TableName", table))
        .path("Table")
        .path("KeySchema")
        .forEach(key -> names.add(key.path("AttributeName").asText()));
    return names;
  }

  private void delete(String table, String attribute, List<String> keys, JsonNode item)
      throws IOException, InterruptedException {
    var delete = expired(table, attribute, "#ttl <= :now", false);
    var key = delete.putObject("Key");
    keys.forEach(name -> key.set(name, item.path(name)));
    try {
      client.table("DeleteItem", delete);
    } catch (DynamoClient.Refused e) {
      if (!e.type().equals("ConditionalCheckFailedException")) {
        throw e;
      }
    }
  }

  private ObjectNode expired(String table, String attribute, String condition, boolean scan) {
    var input = DynamoClient.object().put("TableName", table);
    input.put(scan ? "FilterExpression" : "ConditionExpression", condition);
    input.putObject("ExpressionAttributeNames").put("#ttl", attribute);
    var values = input.putObject("ExpressionAttributeValues");
    var now = clock.instant();
    var bounds =
        scan ? Map.of(":now", now, ":ancient", now.minus(AT_MOST_AGO)) : Map.of(":now", now);
    bounds.forEach(
        (name, time) -> values.putObject(name).put("N", Long.toString(time.getEpochSecond())));
    return input;
  }
}
