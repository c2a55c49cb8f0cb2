package parley.messages;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** The participants in DynamoDB: one item a room and user. All reads are strongly consistent. */
final class DynamoParticipants implements Participants {

  private final DynamoDbClient dynamo;
  private final String table;
  private final Backoff backoff;

  DynamoParticipants(DynamoDbClient dynamo, String table, Backoff backoff) {
    this.dynamo = dynamo;
    this.table = table;
    this.backoff = backoff;
  }

  @Override
  public Optional<Participant> find(String room, String user) {
    var response =
        dynamo.getItem(
            get -> get.tableName(table).key(ParticipantItem.key(room, user)).consistentRead(true));
    return response.hasItem()
        ? Optional.of(ParticipantItem.participant(response.item()))
        : Optional.empty();
  }

  /** A throttled table leaves keys unprocessed: they are asked for again, a few times. */
  @Override
  public Collection<Participant> findAll(String user, Set<String> rooms) {
    var found = new ArrayList<Participant>();
    var keys = rooms.stream().map(room -> ParticipantItem.key(room, user)).toList();
    for (var round = 1; !keys.isEmpty(); round++) {
      if (round > Append.ROUNDS) {
        throw new IllegalStateException(
            "%d participants were still unread after %d rounds".formatted(keys.size(), round - 1));
      }
      if (round > 1) {
        backoff.pause(round - 1);
      }
      var wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
      var response = dynamo.batchGetItem(get -> get.requestItems(Map.of(table, wanted)));
      for (var item : response.responses().get(table)) {
        found.add(ParticipantItem.participant(item));
      }
      var rest = response.unprocessedKeys().get(table);
      keys = rest == null ? List.of() : rest.keys();
    }
    return found;
  }

  @Override
  public boolean save(Participant next) {
    try {
      if (next.version() == 1) {
        dynamo.putItem(
            put ->
                put.tableName(table)
                    .item(ParticipantItem.of(next))
                    .conditionExpression("attribute_not_exists(room)"));
      } else {
        dynamo.putItem(
            put ->
                put.tableName(table)
                    .item(ParticipantItem.of(next))
                    .conditionExpression("#version = :before")
                    .expressionAttributeNames(Map.of("#version", "version"))
                    .expressionAttributeValues(before(next)));
      }
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  private static Map<String, AttributeValue> before(Participant next) {
    return Map.of(":before", ParticipantItem.number(next.version() - 1));
  }
}
