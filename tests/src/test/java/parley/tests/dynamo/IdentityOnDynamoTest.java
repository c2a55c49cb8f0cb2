package parley.tests.dynamo;

import org.junit.jupiter.api.Nested;
import parley.identity.DynamoNamesContract;
import parley.identity.DynamoProfilesContract;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores of {@code identity} keep on DynamoDB what their fakes keep in memory. */
final class IdentityOnDynamoTest {

  @Nested
  final class Profiles extends DynamoProfilesContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }
  }

  @Nested
  final class Names extends DynamoNamesContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }
  }
}
