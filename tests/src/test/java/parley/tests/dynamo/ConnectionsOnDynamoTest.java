package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import parley.connections.ConnectionsContract;
import parley.connections.ConnectionsWiring;
import parley.connections.SubscriptionsContract;
import parley.connections.TicketsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The stores of {@code connections} keep on DynamoDB what their fakes keep in memory. */
final class ConnectionsOnDynamoTest {

  private final DynamoDbClient dynamo = DynamoLocal.client();

  @Nested
  final class Tickets extends TicketsContract {
    @Override
    protected void prepare() {
      use(dynamo, table(List.of("ticket"), List.of()));
    }
  }

  @Nested
  final class Connections extends ConnectionsContract {
    @Override
    protected void prepare() {
      use(dynamo, table(List.of("user", "connection"), List.of()));
    }
  }

  @Nested
  final class Subscriptions extends SubscriptionsContract {
    @Override
    protected void prepare() {
      use(dynamo, table(List.of("room", "listener"), List.of("connection", "room")));
    }
  }

  /** A table of these keys, and of these of its index, under a name that nobody else has. */
  private String table(List<String> keys, List<String> indexKeys) {
    var name = "Connections-" + UUID.randomUUID();
    var attributes =
        List.of(keys, indexKeys).stream()
            .flatMap(List::stream)
            .distinct()
            .map(
                key ->
                    AttributeDefinition.builder()
                        .attributeName(key)
                        .attributeType(ScalarAttributeType.S)
                        .build())
            .toList();
    var request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(attributes)
            .keySchema(schema(keys));
    if (!indexKeys.isEmpty()) {
      request.globalSecondaryIndexes(
          index ->
              index
                  .indexName(ConnectionsWiring.BY_CONNECTION)
                  .keySchema(schema(indexKeys))
                  .projection(all -> all.projectionType(ProjectionType.KEYS_ONLY)));
    }
    dynamo.createTable(request.build());
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(name));
    return name;
  }

  private static List<KeySchemaElement> schema(List<String> keys) {
    return keys.stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key)
                    .keyType(key.equals(keys.getFirst()) ? KeyType.HASH : KeyType.RANGE)
                    .build())
        .toList();
  }
}
