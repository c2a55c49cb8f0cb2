package parley.connections;

import static parley.connections.Attributes.seconds;
import static parley.connections.Attributes.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Connections in the table of that name: {@code user}, {@code connection}. */
record DynamoConnections(DynamoDbClient dynamo, String table) implements Connections {

  @Override
  public void add(Connection connection, Instant connectedAt, Instant expires) {
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "user", text(connection.user()),
                        "connection", text(connection.id()),
                        "connectedAt", seconds(connectedAt),
                        "expires", seconds(expires))));
  }

  @Override
  public void remove(Connection connection) {
    dynamo.deleteItem(delete -> delete.tableName(table).key(key(connection)));
  }

  @Override
  public void removeIfOlder(Connection connection, Instant connectedBefore) {
    try {
      dynamo.deleteItem(
          delete ->
              delete
                  .tableName(table)
                  .key(key(connection))
                  .conditionExpression("connectedAt < :before")
                  .expressionAttributeValues(Map.of(":before", seconds(connectedBefore))));
    } catch (ConditionalCheckFailedException e) {
      // Younger, or forgotten by another already: both are as they should be.
    }
  }

  @Override
  public List<Connection> of(String user) {
    return dynamo
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#user = :user")
                    .projectionExpression("#user, #connection")
                    .expressionAttributeNames(Map.of("#user", "user", "#connection", "connection"))
                    .expressionAttributeValues(Map.of(":user", text(user))))
        .items()
        .stream()
        .map(row -> new Connection(row.get("user").s(), row.get("connection").s()))
        .toList();
  }

  /** Goes the way of {@link #add} to the table, under a condition that cannot hold. */
  void rehearse() {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(key(new Connection("priming", "priming")))
                  .conditionExpression("attribute_exists(connectedAt)"));
    } catch (ConditionalCheckFailedException expected) {
      // No row of that key is ever written: nobody has that name.
    }
  }

  private static Map<String, AttributeValue> key(Connection connection) {
    return Map.of("user", text(connection.user()), "connection", text(connection.id()));
  }
}
