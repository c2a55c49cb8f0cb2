package parley.tests.tables;

import org.junit.jupiter.api.Nested;
import parley.messages.DynamoLogContract;
import parley.messages.DynamoParticipantsContract;
import parley.rooms.DynamoMembersContract;
import parley.rooms.DynamoRoomsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores keep in memory what they keep on DynamoDB Local: the same contracts. */
final class StoresInMemoryTest {

  private static final DynamoDbClient MEMORY = new MemoryDynamo();

  static {
    table("Messages", "seq", "N");
    table("Participants", "user", "S");
  }

  @Nested
  final class Rooms extends DynamoRoomsContract {
    @Override
    protected DynamoDbClient client() {
      return MEMORY;
    }
  }

  @Nested
  final class Members extends DynamoMembersContract {
    @Override
    protected DynamoDbClient client() {
      return MEMORY;
    }
  }

  @Nested
  final class Log extends DynamoLogContract {
    @Override
    protected DynamoDbClient client() {
      return MEMORY;
    }

    @Override
    protected String table() {
      return "Messages";
    }
  }

  @Nested
  final class Participants extends DynamoParticipantsContract {
    @Override
    protected DynamoDbClient client() {
      return MEMORY;
    }

    @Override
    protected String table() {
      return "Participants";
    }
  }

  private static void table(String name, String sort, String type) {
    MEMORY.createTable(
        table ->
            table
                .tableName(name)
                .attributeDefinitions(
                    a -> a.attributeName("room").attributeType("S"),
                    a -> a.attributeName(sort).attributeType(type))
                .keySchema(
                    k -> k.attributeName("room").keyType("HASH"),
                    k -> k.attributeName(sort).keyType("RANGE")));
  }
}
