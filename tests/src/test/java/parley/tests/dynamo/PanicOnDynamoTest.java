package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;
import parley.addons.panic.DynamoAlarmsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The add-on panic keeps on DynamoDB what its fake keeps in memory. */
final class PanicOnDynamoTest extends DynamoAlarmsContract {

  private static final String ALARMS = "Alarms-" + UUID.randomUUID();

  static {
    var dynamo = DynamoLocal.client();
    dynamo.createTable(NewTable.of(ALARMS, List.of("alarm")));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(ALARMS)).matched();
  }

  @Override
  protected DynamoDbClient client() {
    return DynamoLocal.client();
  }

  @Override
  protected String table() {
    return ALARMS;
  }
}
