package parley.tests.dynamo;

import org.junit.jupiter.api.Nested;
import parley.rooms.DynamoMembersContract;
import parley.rooms.DynamoRoomsContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores of {@code rooms} keep on DynamoDB what their fakes keep in memory. */
final class RoomsOnDynamoTest {

  @Nested
  final class Rooms extends DynamoRoomsContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }
  }

  @Nested
  final class Members extends DynamoMembersContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }
  }
}
