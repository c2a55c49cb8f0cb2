package parley.messages;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
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

  @Override
  public void amend(Entry change) {
    switch (change.body()) {
      case Body.Message _, Body.Membership _ -> {}
      case Body.Edit edit -> edit(change, edit);
      case Body.Deletion deletion -> {
        var target = update(InPlace.deletion(change, deletion));
        EntryItem.edits(target).forEach(seq -> update(InPlace.erasure(change.room(), seq)));
      }
      case Body.Reaction reaction -> update(InPlace.reaction(change, reaction));
    }
  }

  /** An edit that finds its message deleted takes its own text out of the log. */
  private void edit(Entry change, Body.Edit edit) {
    var target = update(InPlace.edit(change, edit));
    if (!EntryItem.isDeleted(target) && !EntryItem.edits(target).contains(change.seq())) {
      target = update(InPlace.lateEdit(change, edit));
    }
    if (EntryItem.isDeleted(target)) {
      update(InPlace.erasure(change.room(), change.seq()));
    }
  }

  /**
   * The item as it stands then; empty where there is none. A change whose condition does not hold
   * came too late, or for what is not there, and is none.
   */
  private Map<String, AttributeValue> update(InPlace change) {
    try {
      return dynamo
          .updateItem(
              change
                  .request()
                  .tableName(table)
                  .returnValues(ReturnValue.ALL_NEW)
                  .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                  .build())
          .attributes();
    } catch (ConditionalCheckFailedException e) {
      return e.item();
    }
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
