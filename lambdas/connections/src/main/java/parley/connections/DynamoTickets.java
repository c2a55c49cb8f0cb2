package parley.connections;

import static parley.connections.Attributes.seconds;
import static parley.connections.Attributes.text;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Tickets in the table of that name; the table's TTL sweeps what was not used. */
record DynamoTickets(DynamoDbClient dynamo, String table) implements Tickets {

  @Override
  public void add(Ticket ticket) {
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(
                    Map.of(
                        "ticket", text(ticket.digest()),
                        "user", text(ticket.user()),
                        "name", text(ticket.name()),
                        "expires", seconds(ticket.expires()))));
  }

  @Override
  public Optional<Ticket> take(String digest, Instant now) {
    try {
      var taken =
          dynamo.deleteItem(
              delete ->
                  delete
                      .tableName(table)
                      .key(Map.of("ticket", text(digest)))
                      .conditionExpression("expires > :now")
                      .expressionAttributeValues(Map.of(":now", seconds(now)))
                      .returnValues(ReturnValue.ALL_OLD));
      var row = taken.attributes();
      return Optional.of(
          new Ticket(
              digest,
              row.get("user").s(),
              row.get("name").s(),
              Instant.ofEpochSecond(Long.parseLong(row.get("expires").n()))));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  /** Goes the way of {@link #add} to the table, under a condition that cannot hold. */
  void rehearse() {
    try {
      dynamo.putItem(
          put ->
              put.tableName(table)
                  .item(Map.of("ticket", text("priming")))
                  .conditionExpression("attribute_exists(ticket)"));
    } catch (ConditionalCheckFailedException expected) {
      // No row of that key is ever written: a digest has 64 characters.
    }
  }
}
