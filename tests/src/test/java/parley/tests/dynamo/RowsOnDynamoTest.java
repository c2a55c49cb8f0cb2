package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;
import parley.outside.RowsContract;

/** Add-ons keep on DynamoDB what their fake keeps in memory. */
final class RowsOnDynamoTest extends RowsContract {

  @Override
  protected void prepare() {
    var dynamo = DynamoLocal.client();
    var table = "Rows-" + UUID.randomUUID();
    dynamo.createTable(NewTable.of(table, List.of("of", "item")));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(table));
    use(dynamo, table);
  }
}
