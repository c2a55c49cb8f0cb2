package parley.tests.dynamo;

import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the tables of {@code messages} under new names. */
final class MessagesTables {

  private MessagesTables() {}

  static String messages() {
    return create("seq", ScalarAttributeType.N);
  }

  static String participants() {
    return create("user", ScalarAttributeType.S);
  }

  private static String create(String sortKey, ScalarAttributeType type) {
    var name = "Messages-" + UUID.randomUUID();
    DynamoDbClient dynamo = DynamoLocal.client();
    dynamo.createTable(
        table ->
            table
                .tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    attribute("room", ScalarAttributeType.S), attribute(sortKey, type))
                .keySchema(key("room", KeyType.HASH), key(sortKey, KeyType.RANGE)));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(name)).matched();
    return name;
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static KeySchemaElement key(String name, KeyType type) {
    return KeySchemaElement.builder().attributeName(name).keyType(type).build();
  }
}
