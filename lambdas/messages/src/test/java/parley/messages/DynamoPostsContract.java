package parley.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The contract of {@link DynamoPosts}, for whoever has a DynamoDB at hand. */
public abstract class DynamoPostsContract extends PostsContract {

  /** A contract without a DynamoDB. */
  protected DynamoPostsContract() {}

  /** A client of the DynamoDB to test against. */
  protected abstract DynamoDbClient client();

  /** A table with the key of Posts; may hold anything. */
  protected abstract String table();

  @Test
  public void aRehearsalLeavesNoTrace() {
    var id = UUID.randomUUID().toString();
    new DynamoPosts(client(), table()).rehearse(new Post(id, "r", 1, Instant.EPOCH));
    var post = new Post(id, "r", 2, Instant.EPOCH);
    assertThat(posts().first(post)).isEqualTo(post);
  }

  @Override
  final Posts posts() {
    return new DynamoPosts(client(), table());
  }
}
