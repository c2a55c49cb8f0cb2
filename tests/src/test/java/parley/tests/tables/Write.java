package parley.tests.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * One write to one item, on a condition.
 *
 * @param item the item to put, or the key of the one to change or delete
 */
record Write(
    Kind kind,
    String table,
    Map<String, AttributeValue> item,
    @Nullable String condition,
    @Nullable String change,
    Map<String, String> names,
    Map<String, AttributeValue> values) {

  /** What is done. */
  enum Kind {
    PUT,
    UPDATE,
    DELETE
  }

  static Write of(PutItemRequest put) {
    return new Write(
        Kind.PUT,
        put.tableName(),
        Map.copyOf(put.item()),
        put.conditionExpression(),
        null,
        put.expressionAttributeNames(),
        put.expressionAttributeValues());
  }

  static Write of(UpdateItemRequest update) {
    return new Write(
        Kind.UPDATE,
        update.tableName(),
        update.key(),
        update.conditionExpression(),
        update.updateExpression(),
        update.expressionAttributeNames(),
        update.expressionAttributeValues());
  }

  static Write of(DeleteItemRequest delete) {
    return new Write(
        Kind.DELETE,
        delete.tableName(),
        delete.key(),
        delete.conditionExpression(),
        null,
        delete.expressionAttributeNames(),
        delete.expressionAttributeValues());
  }

  static Write of(String table, WriteRequest write) {
    return write.deleteRequest() != null
        ? of(DeleteItemRequest.builder().tableName(table).key(write.deleteRequest().key()).build())
        : of(PutItemRequest.builder().tableName(table).item(write.putRequest().item()).build());
  }

  static Write of(TransactWriteItem item) {
    if (item.put() != null) {
      var put = item.put();
      return new Write(
          Kind.PUT,
          put.tableName(),
          Map.copyOf(put.item()),
          put.conditionExpression(),
          null,
          put.expressionAttributeNames(),
          put.expressionAttributeValues());
    }
    if (item.update() != null) {
      var update = item.update();
      return new Write(
          Kind.UPDATE,
          update.tableName(),
          update.key(),
          update.conditionExpression(),
          update.updateExpression(),
          update.expressionAttributeNames(),
          update.expressionAttributeValues());
    }
    throw new IllegalArgumentException("only puts and updates are known here: got " + item);
  }

  boolean holds(Map<String, AttributeValue> before) {
    return Expressions.condition(condition).holds(new Scope(before, names, values));
  }

  /** The item as it becomes; empty where it goes. */
  Map<String, AttributeValue> after(Map<String, AttributeValue> before) {
    return switch (kind) {
      case PUT -> item;
      case DELETE -> Map.of();
      case UPDATE ->
          Expressions.change(change == null ? "" : change)
              .of(new Scope(before.isEmpty() ? item : before, names, values));
    };
  }

  /** Throws, as DynamoDB does, where one of the conditions does not hold. */
  static void checkAll(List<Write> writes, List<Map<String, AttributeValue>> before) {
    var reasons = new ArrayList<CancellationReason>();
    for (var i = 0; i < writes.size(); i++) {
      var code = writes.get(i).holds(before.get(i)) ? "None" : "ConditionalCheckFailed";
      reasons.add(CancellationReason.builder().code(code).build());
    }
    if (reasons.stream().anyMatch(reason -> !reason.code().equals("None"))) {
      throw TransactionCanceledException.builder()
          .message("Transaction cancelled")
          .cancellationReasons(reasons)
          .build();
    }
  }
}
