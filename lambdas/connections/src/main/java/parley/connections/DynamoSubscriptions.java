package parley.connections;

import static parley.connections.Attributes.millis;
import static parley.connections.Attributes.seconds;
import static parley.connections.Attributes.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Subscriptions in the table of that name: {@code room}, {@code listener}, and the index {@value
 * ConnectionsWiring#BY_CONNECTION} over {@code connection}, {@code room}.
 */
record DynamoSubscriptions(DynamoDbClient dynamo, String table, Backoff backoff)
    implements Subscriptions {

  /** The most that BatchWriteItem takes at a time (DynamoDB's API reference). */
  private static final int BATCH = 25;

  @Override
  public Opened open(Subscription subscription, String opening, Instant expires) {
    var row =
        dynamo
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(key(subscription))
                        .updateExpression(
                            "SET #state = if_not_exists(#state, :pending),"
                                + " opening = if_not_exists(opening, :opening),"
                                + " #connection = :connection, expires = :expires")
                        .expressionAttributeNames(
                            Map.of("#state", "state", "#connection", "connection"))
                        .expressionAttributeValues(
                            Map.of(
                                ":pending", text("pending"),
                                ":opening", text(opening),
                                ":connection", text(subscription.listener().id()),
                                ":expires", seconds(expires)))
                        .returnValues(ReturnValue.ALL_NEW))
            .attributes();
    return new Opened(row.get("opening").s(), row.get("state").s().equals("active"));
  }

  @Override
  public boolean activate(Subscription subscription, String opening) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(subscription))
                  .updateExpression("SET #state = :active")
                  .conditionExpression("opening = :opening")
                  .expressionAttributeNames(Map.of("#state", "state"))
                  .expressionAttributeValues(
                      Map.of(":active", text("active"), ":opening", text(opening))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  @Override
  public void withdraw(Subscription subscription, String opening) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(key(subscription))
                  .conditionExpression("opening = :opening")
                  .expressionAttributeValues(Map.of(":opening", text(opening))));
    } catch (ConditionalCheckFailedException e) {
      // Removed by another, and perhaps made anew: not ours to remove.
    }
  }

  @Override
  public void remove(List<Subscription> subscriptions) {
    subscriptions.stream().distinct().gather(Gatherers.windowFixed(BATCH)).forEach(this::delete);
  }

  @Override
  public List<Subscription> of(String room, String user) {
    return query(
            query ->
                query
                    .consistentRead(true)
                    .keyConditionExpression("room = :room AND begins_with(listener, :user)")
                    .projectionExpression("room, listener")
                    .expressionAttributeValues(
                        Map.of(":room", text(room), ":user", text(user + "#"))))
        .toList();
  }

  @Override
  public List<Subscription> of(Connection connection) {
    return query(
            query ->
                query
                    .indexName(ConnectionsWiring.BY_CONNECTION)
                    .keyConditionExpression("#connection = :connection")
                    .projectionExpression("room, listener")
                    .expressionAttributeNames(Map.of("#connection", "connection"))
                    .expressionAttributeValues(Map.of(":connection", text(connection.id()))))
        .toList();
  }

  @Override
  public List<Connection> listeners(String room) {
    return active(room).toList();
  }

  @Override
  public List<Connection> listeners(String room, int most) {
    return active(room).limit(most).toList();
  }

  private Stream<Connection> active(String room) {
    return query(
            query ->
                query
                    .consistentRead(true)
                    .keyConditionExpression("room = :room")
                    .filterExpression("#state = :active")
                    .projectionExpression("room, listener")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(
                        Map.of(":room", text(room), ":active", text("active"))))
        .map(Subscription::listener);
  }

  @Override
  public boolean show(Subscription subscription, String kind, Instant now, Instant last) {
    try {
      dynamo.updateItem(
          update ->
              update
                  .tableName(table)
                  .key(key(subscription))
                  .updateExpression("SET #shown = :now")
                  .conditionExpression(
                      "#state = :active AND (attribute_not_exists(#shown) OR #shown <= :last)")
                  .expressionAttributeNames(Map.of("#state", "state", "#shown", "shown-" + kind))
                  .expressionAttributeValues(
                      Map.of(
                          ":active", text("active"), ":now", millis(now), ":last", millis(last))));
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private Stream<Subscription> query(Consumer<QueryRequest.Builder> what) {
    return dynamo.queryPaginator(query -> what.accept(query.tableName(table))).items().stream()
        .map(
            row ->
                new Subscription(
                    row.get("room").s(), Connection.ofListener(row.get("listener").s())));
  }

  /** DynamoDB hands back what it had no capacity for: that is sent again. */
  private void delete(List<Subscription> batch) {
    var left = new Left(batch.stream().map(DynamoSubscriptions::deletion).toList());
    var unprocessed =
        backoff.until(
            () -> {
              left.send(dynamo, table);
              return left.writes;
            },
            writes -> !writes.isEmpty());
    if (!unprocessed.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d subscriptions could not be removed"
              .formatted(unprocessed.size(), batch.size()));
    }
  }

  private static WriteRequest deletion(Subscription subscription) {
    return WriteRequest.builder()
        .deleteRequest(DeleteRequest.builder().key(key(subscription)).build())
        .build();
  }

  private static Map<String, AttributeValue> key(Subscription subscription) {
    return Map.of(
        "room", text(subscription.room()), "listener", text(subscription.listener().listener()));
  }

  /** The writes that are still to be done. */
  private static final class Left {
    private List<WriteRequest> writes;

    Left(List<WriteRequest> writes) {
      this.writes = writes;
    }

    void send(DynamoDbClient dynamo, String table) {
      writes =
          dynamo
              .batchWriteItem(batch -> batch.requestItems(Map.of(table, writes)))
              .unprocessedItems()
              .getOrDefault(table, List.of());
    }
  }
}
