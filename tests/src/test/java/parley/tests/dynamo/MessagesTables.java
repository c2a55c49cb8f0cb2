package parley.tests.dynamo;

import java.util.List;
import java.util.UUID;

/** Makes the tables of {@code messages} under new names. */
final class MessagesTables {

  private MessagesTables() {}

  static String messages() {
    return create("room", "seq");
  }

  static String participants() {
    return create("room", "user");
  }

  static String posts() {
    return create("post");
  }

  private static String create(String... keys) {
    var name = "Messages-" + UUID.randomUUID();
    var dynamo = DynamoLocal.client();
    dynamo.createTable(NewTable.of(name, List.of(keys)));
    dynamo.waiter().waitUntilTableExists(wait -> wait.tableName(name)).matched();
    return name;
  }
}
