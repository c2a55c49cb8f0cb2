package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * DynamoDB's own condition keys for a call, as far as the call's input alone gives them. The key
 * that leads an item cannot be told from its others without the table, so {@code
 * dynamodb:LeadingKeys} and {@code dynamodb:Attributes} are not given: a policy that asks for them
 * allows nothing here, rather than too much.
 */
final class DynamoContext {

  private DynamoContext() {}

  static Map<String, List<String>> of(String operation, JsonNode input) {
    var context = new HashMap<String, List<String>>();
    if (operation.startsWith("Transact")) {
      context.put("dynamodb:EnclosingOperation", List.of(operation));
    }
    for (var key : List.of("Select", "ReturnValues", "ReturnConsumedCapacity")) {
      if (input.has(key)) {
        context.put("dynamodb:" + key, List.of(input.path(key).asText()));
      }
    }
    if (operation.equals("Scan")) {
      context.put("dynamodb:FullTableScan", List.of("true"));
    }
    return context;
  }
}
