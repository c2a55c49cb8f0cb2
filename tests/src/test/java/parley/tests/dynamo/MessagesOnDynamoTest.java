package parley.tests.dynamo;

import org.junit.jupiter.api.Nested;
import parley.messages.CostContract;
import parley.messages.DynamoLogContract;
import parley.messages.DynamoParticipantsContract;
import parley.messages.DynamoPostsContract;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The stores of {@code messages} keep on DynamoDB what their fakes keep in memory. */
final class MessagesOnDynamoTest {

  private static final String MESSAGES = MessagesTables.messages();
  private static final String PARTICIPANTS = MessagesTables.participants();
  private static final String POSTS = MessagesTables.posts();

  @Nested
  final class Log extends DynamoLogContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }

    @Override
    protected String table() {
      return MESSAGES;
    }
  }

  @Nested
  final class Participants extends DynamoParticipantsContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }

    @Override
    protected String table() {
      return PARTICIPANTS;
    }
  }

  @Nested
  final class Posts extends DynamoPostsContract {

    @Override
    protected DynamoDbClient client() {
      return DynamoLocal.client();
    }

    @Override
    protected String table() {
      return POSTS;
    }
  }

  @Nested
  final class Cost extends CostContract {

    @Override
    protected DynamoDbClient client(ExecutionInterceptor watcher) {
      return DynamoLocal.client(watcher);
    }

    @Override
    protected String messages() {
      return MESSAGES;
    }

    @Override
    protected String participants() {
      return PARTICIPANTS;
    }
  }
}
