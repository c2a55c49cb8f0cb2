package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** The logs in DynamoDB: one item an entry. All reads are strongly consistent. */
final class DynamoLog implements Log {

  private final DynamoDbClient dynamo;
  private final String table;

  DynamoLog(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  /** One more than the limit is asked for, to know whether there is more. */
  @Override
  public Page read(Range range) {
    if (range.isEmpty()) {
      return new Page(List.of(), false);
    }
    var response =
        dynamo.query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("room = :room and seq between :from and :to")
                    .expressionAttributeValues(
                        Map.of(
                            ":room", fromS(range.room()),
                            ":from", EntryItem.number(range.from()),
                            ":to", EntryItem.number(range.to())))
                    .scanIndexForward(!range.newestFirst())
                    .limit(range.limit() + 1));
    var entries = response.items().stream().limit(range.limit()).map(EntryItem::entry).toList();
    return new Page(
        entries, response.items().size() > range.limit() || response.hasLastEvaluatedKey());
  }

  @Override
  public Optional<Entry> find(String room, long seq) {
    var response =
        dynamo.getItem(
            get -> get.tableName(table).key(EntryItem.key(room, seq)).consistentRead(true));
    return response.hasItem() ? Optional.of(EntryItem.entry(response.item())) : Optional.empty();
  }

  @Override
  public Optional<Entry> add(Entry entry) {
    try {
      put(entry, "attribute_not_exists(room)");
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(EntryItem.entry(e.item()));
    }
  }

  /** A change that comes too late, or for a message that is not there, is none. */
  @Override
  public void amend(Entry change) {
    InPlace.update(change)
        .ifPresent(
            update -> {
              try {
                dynamo.updateItem(update.tableName(table).build());
              } catch (ConditionalCheckFailedException expected) {
                // The message stands as this change, or what came after it, made it.
              }
            });
  }

  /** Writes as {@link #add} does and never succeeds: the first work of a function to be. */
  void rehearse(Entry entry) {
    try {
      put(entry, "attribute_not_exists(room) and attribute_exists(room)");
    } catch (ConditionalCheckFailedException expected) {
      // Nothing is there to be found, and nothing was written.
    }
  }

  private void put(Entry entry, String condition) {
    dynamo.putItem(
        put ->
            put.tableName(table)
                .item(EntryItem.of(entry))
                .conditionExpression(condition)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }
}
