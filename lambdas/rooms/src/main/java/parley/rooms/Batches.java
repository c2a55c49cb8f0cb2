package parley.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Reads many items of one table at once. */
final class Batches {

  private Batches() {}

  /** Those of the items that are there, consistently, in any order; at most 100 distinct keys. */
  static List<Map<String, AttributeValue>> get(
      DynamoDbClient dynamo, String table, List<Map<String, AttributeValue>> keys) {
    var found = new ArrayList<Map<String, AttributeValue>>();
    var wanted = keys.isEmpty() ? Map.<String, KeysAndAttributes>of() : wanted(table, keys);
    while (!wanted.isEmpty()) {
      var now = wanted;
      var answer = dynamo.batchGetItem(get -> get.requestItems(now));
      found.addAll(answer.responses().getOrDefault(table, List.of()));
      wanted = answer.unprocessedKeys();
    }
    return found;
  }

  private static Map<String, KeysAndAttributes> wanted(
      String table, List<Map<String, AttributeValue>> keys) {
    return Map.of(table, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
  }
}
