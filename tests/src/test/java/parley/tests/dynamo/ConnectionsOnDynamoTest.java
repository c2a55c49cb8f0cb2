package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import parley.connections.ConnectionsContract;
import parley.connections.ConnectionsWiring;
import parley.connections.SubscriptionsContract;
import parley.connections.TicketsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;

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
    dynamo.createTable(
        indexKeys.isEmpty()
            ? NewTable.of(name, keys)
            : NewTable.of(
                name, keys, ConnectionsWiring.BY_CONNECTION, indexKeys, ProjectionType.KEYS_ONLY));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(name));
    return name;
  }
}
