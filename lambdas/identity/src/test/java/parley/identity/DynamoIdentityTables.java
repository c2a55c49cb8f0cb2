package parley.identity;

import java.util.Arrays;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the service's tables for a test, each under a name of its own. */
final class DynamoIdentityTables {

  private DynamoIdentityTables() {}

  /** A new, empty table; all keys are text, the first is the partition's. */
  static String make(DynamoDbClient dynamo, String... keys) {
    var name = "identity-" + UUID.randomUUID();
    dynamo.createTable(
        table -> {
          table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST);
          table.attributeDefinitions(Arrays.stream(keys).map(DynamoIdentityTables::text).toList());
          table.keySchema(key(keys[0], KeyType.HASH));
          if (keys.length == 2) {
            table.keySchema(key(keys[0], KeyType.HASH), key(keys[1], KeyType.RANGE));
          }
        });
    return name;
  }

  private static AttributeDefinition text(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
