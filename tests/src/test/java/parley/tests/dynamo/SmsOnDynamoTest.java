package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;
import parley.addons.sms.RowsContract;

/** The add-on for SMS keeps on DynamoDB what its fake keeps in memory. */
final class SmsOnDynamoTest extends RowsContract {

  @Override
  protected void prepare() {
    var dynamo = DynamoLocal.client();
    var table = "Sms-" + UUID.randomUUID();
    dynamo.createTable(NewTable.of(table, List.of("of", "item")));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(table));
    use(dynamo, table);
  }
}
