package parley.outside;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.kernel.Json;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** The rows in DynamoDB. */
public record DynamoRows(DynamoDbClient dynamo, String table) implements Rows {

  private static final String UNCHANGED = "#revision = :before";
  private static final String ABSENT = "attribute_not_exists(#revision)";
  private static final Row NOTHING = new Row("priming", "priming", 1, Json.object(), Instant.MAX);
  private static final Map<String, String> NAMES = Map.of("#revision", "revision");

  /** Somebody else was there before, or is there at this moment. */
  private static final Set<String> OVERTAKEN =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  @Override
  public Row read(String of, String item) {
    var found =
        dynamo.getItem(get -> get.tableName(table).key(key(of, item)).consistentRead(true)).item();
    return found.isEmpty() ? Row.absent(of, item) : row(found);
  }

  @Override
  public List<Row> list(String of, String prefix, int limit) {
    return dynamo
        .query(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("#of = :of and begins_with(#item, :prefix)")
                    .expressionAttributeNames(Map.of("#of", "of", "#item", "item"))
                    .expressionAttributeValues(Map.of(":of", fromS(of), ":prefix", fromS(prefix)))
                    .limit(limit))
        .items()
        .stream()
        .map(DynamoRows::row)
        .toList();
  }

  /** One row needs no transaction, which costs twice as much. */
  @Override
  public boolean change(List<Row> writes, List<Row> removals) {
    var puts = writes.stream().map(this::put).toList();
    var deletes = removals.stream().map(this::delete).toList();
    try {
      if (puts.size() == 1 && deletes.isEmpty()) {
        dynamo.putItem(single(puts.getFirst()));
      } else if (puts.isEmpty() && deletes.size() == 1) {
        dynamo.deleteItem(single(deletes.getFirst()));
      } else {
        dynamo.transactWriteItems(all -> all.transactItems(items(puts, deletes)));
      }
      return true;
    } catch (ConditionalCheckFailedException | TransactionConflictException e) {
      return false;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().noneMatch(r -> OVERTAKEN.contains(r.code()))) {
        throw e;
      }
      return false;
    }
  }

  /** Goes the way of a write to the table, under a condition that cannot hold. */
  public void rehearseWrite() {
    var _ = change(List.of(NOTHING), List.of());
  }

  /** Goes the way of a removal from the table, under a condition that cannot hold. */
  public void rehearseRemoval() {
    var _ = change(List.of(), List.of(NOTHING));
  }

  private static List<TransactWriteItem> items(List<Put> puts, List<Delete> deletes) {
    return Stream.concat(
            puts.stream().map(put -> TransactWriteItem.builder().put(put).build()),
            deletes.stream().map(delete -> TransactWriteItem.builder().delete(delete).build()))
        .toList();
  }

  private static PutItemRequest single(Put put) {
    var request =
        PutItemRequest.builder()
            .tableName(put.tableName())
            .item(put.item())
            .conditionExpression(put.conditionExpression())
            .expressionAttributeNames(put.expressionAttributeNames());
    return put.hasExpressionAttributeValues()
        ? request.expressionAttributeValues(put.expressionAttributeValues()).build()
        : request.build();
  }

  private static DeleteItemRequest single(Delete delete) {
    return DeleteItemRequest.builder()
        .tableName(delete.tableName())
        .key(delete.key())
        .conditionExpression(delete.conditionExpression())
        .expressionAttributeNames(delete.expressionAttributeNames())
        .expressionAttributeValues(delete.expressionAttributeValues())
        .build();
  }

  private Put put(Row row) {
    var item = new HashMap<>(key(row.of(), row.item()));
    item.put("revision", fromN(Long.toString(row.revision() + 1)));
    item.put("value", fromS(Json.write(row.value())));
    if (!row.expires().equals(Instant.MAX)) {
      item.put("expires", fromN(Long.toString(row.expires().getEpochSecond())));
    }
    var put =
        Put.builder()
            .tableName(table)
            .item(item)
            .conditionExpression(row.exists() ? UNCHANGED : ABSENT)
            .expressionAttributeNames(NAMES);
    return row.exists() ? put.expressionAttributeValues(before(row)).build() : put.build();
  }

  private Delete delete(Row row) {
    return Delete.builder()
        .tableName(table)
        .key(key(row.of(), row.item()))
        .conditionExpression(UNCHANGED)
        .expressionAttributeNames(NAMES)
        .expressionAttributeValues(before(row))
        .build();
  }

  private static Map<String, AttributeValue> before(Row row) {
    return Map.of(":before", fromN(Long.toString(row.revision())));
  }

  private static Map<String, AttributeValue> key(String of, String item) {
    return Map.of("of", fromS(of), "item", fromS(item));
  }

  private static Row row(Map<String, AttributeValue> item) {
    var expires = item.get("expires");
    return new Row(
        item.get("of").s(),
        item.get("item").s(),
        Long.parseLong(item.get("revision").n()),
        (ObjectNode) Json.read(item.get("value").s()),
        expires == null ? Instant.MAX : Instant.ofEpochSecond(Long.parseLong(expires.n())));
  }
}
