package parley.tests.tables;

import java.util.List;
import org.junit.jupiter.api.Nested;
import parley.messages.DynamoLogContract;
import parley.messages.DynamoParticipantsContract;
import parley.messages.DynamoPostsContract;
import parley.rooms.DynamoMembersContract;
import parley.rooms.DynamoRoomsContract;
import parley.tests.dynamo.NewTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores keep in memory what they keep on DynamoDB Local: the same contracts. */
final class StoresInMemoryTest {

  private static final DynamoDbClient MEMORY = new MemoryDynamo();

  static {
    MEMORY.createTable(NewTable.of("Messages", List.of("room", "seq")));
    MEMORY.createTable(NewTable.of("Participants", List.of("room", "user")));
    MEMORY.createTable(NewTable.of("Posts", List.of("post")));
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

  @Nested
  final class Posts extends DynamoPostsContract {
    @Override
    protected DynamoDbClient client() {
      return MEMORY;
    }

    @Override
    protected String table() {
      return "Posts";
    }
  }
}
