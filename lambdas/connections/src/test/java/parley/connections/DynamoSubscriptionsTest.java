package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.backoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;

/** What a local DynamoDB never does: hand back a part of a batch. */
final class DynamoSubscriptionsTest {

  private static final List<Subscription> ROWS =
      IntStream.range(0, 30).mapToObj(i -> new Subscription("r" + i, ADA)).toList();

  private final List<Integer> sizes = new ArrayList<>();

  @Test
  void whatIsHandedBackIsSentAgain() {
    new DynamoSubscriptions(new Dynamo(10), "table", backoff()).remove(ROWS);

    assertThat(sizes).containsExactly(25, 15, 5, 5);
  }

  @Test
  void whatIsHandedBackTooOftenIsAnError() {
    var subscriptions = new DynamoSubscriptions(new Dynamo(1), "table", backoff());

    assertThatThrownBy(() -> subscriptions.remove(ROWS))
        .hasMessage("21 of 25 subscriptions could not be removed");
  }

  /** Takes so many writes of a batch and hands back the rest. */
  private final class Dynamo implements DynamoDbClient {

    private final int capacity;

    Dynamo(int capacity) {
      this.capacity = capacity;
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
      var writes = request.requestItems().get("table");
      sizes.add(writes.size());
      var left = writes.subList(Math.min(capacity, writes.size()), writes.size());
      return BatchWriteItemResponse.builder()
          .unprocessedItems(left.isEmpty() ? Map.of() : Map.of("table", left))
          .build();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
