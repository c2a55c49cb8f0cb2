package parley.identity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Gatherers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Names in DynamoDB: one partition, in the order of the keys. */
record DynamoNames(DynamoDbClient dynamo, String table) implements Names {

  /** What DynamoDB takes in one batch. */
  private static final int BATCH = 25;

  private static final int PAGE = 100;
  private static final AttributeValue PEOPLE = AttributeValue.fromS("people");

  @Override
  public void add(String user, Set<String> keys) {
    write(
        keys.stream()
            .map(key -> row(key + "#" + user))
            .map(row -> WriteRequest.builder().putRequest(put -> put.item(row)).build())
            .toList());
  }

  @Override
  public void remove(String user, Set<String> keys) {
    write(
        keys.stream()
            .map(key -> row(key + "#" + user))
            .map(row -> WriteRequest.builder().deleteRequest(delete -> delete.key(row)).build())
            .toList());
  }

  @Override
  public Page find(String prefix, String next) {
    var answer =
        dynamo.query(
            query -> {
              query
                  .tableName(table)
                  .keyConditionExpression("directory = :people AND begins_with(entry, :prefix)")
                  .expressionAttributeValues(
                      Map.of(":people", PEOPLE, ":prefix", AttributeValue.fromS(prefix)))
                  .limit(PAGE);
              if (!next.isEmpty()) {
                query.exclusiveStartKey(row(next));
              }
            });
    return new Page(
        answer.items().stream().map(item -> user(item.get("entry").s())).toList(),
        answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey().get("entry").s() : "");
  }

  private void write(List<WriteRequest> rows) {
    rows.stream().gather(Gatherers.windowFixed(BATCH)).forEach(this::writeBatch);
  }

  private void writeBatch(List<WriteRequest> rows) {
    var left = Map.of(table, rows);
    while (!left.isEmpty()) {
      var batch = left;
      left = dynamo.batchWriteItem(write -> write.requestItems(batch)).unprocessedItems();
    }
  }

  /** An id holds no "#", a name may. */
  private static String user(String entry) {
    return entry.substring(entry.lastIndexOf('#') + 1);
  }

  private static Map<String, AttributeValue> row(String entry) {
    return Map.of("directory", PEOPLE, "entry", AttributeValue.fromS(entry));
  }
}
