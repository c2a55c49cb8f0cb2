package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;

/** Makes the tables of {@code messages} under new names. */
final class MessagesTables {

  private MessagesTables() {}

  static String messages() {
    return create("seq");
  }

  static String participants() {
    return create("user");
  }

  private static String create(String sortKey) {
    var name = "Messages-" + UUID.randomUUID();
    var dynamo = DynamoLocal.client();
    dynamo.createTable(NewTable.of(name, List.of("room", sortKey)));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(name)).matched();
    return name;
  }
}
