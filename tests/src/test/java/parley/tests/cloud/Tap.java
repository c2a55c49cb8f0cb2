package parley.tests.cloud;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** Tells the stream of every item that is new in the table of messages, and of those alone. */
final class Tap {

  private Tap() {}

  static Object put(
      DynamoDbClient tables, PutItemRequest put, Consumer<Map<String, AttributeValue>> stream) {
    if (!put.tableName().equals(Tables.MESSAGES)) {
      return tables.putItem(put);
    }
    var isNew = put.conditionExpression() != null || isAbsent(tables, put);
    var answer = tables.putItem(put);
    if (isNew) {
      stream.accept(put.item());
    }
    return answer;
  }

  /** A write without a condition may be a change, which is another event. */
  private static boolean isAbsent(DynamoDbClient tables, PutItemRequest put) {
    var key = Map.of("room", put.item().get("room"), "seq", put.item().get("seq"));
    return !tables.getItem(get -> get.tableName(put.tableName()).key(key)).hasItem();
  }
}
