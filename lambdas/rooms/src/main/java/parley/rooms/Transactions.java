package parley.rooms;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes that are done together or not at all. */
final class Transactions {

  /** Somebody else was there before, or is there at this moment. */
  private static final Set<String> OVERTAKEN =
      Set.of("ConditionalCheckFailed", "TransactionConflict");

  private Transactions() {}

  /** False where a condition did not hold, or others wrote the same at once. */
  static boolean write(DynamoDbClient dynamo, List<TransactWriteItem> writes) {
    try {
      dynamo.transactWriteItems(transaction -> transaction.transactItems(writes));
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().noneMatch(r -> OVERTAKEN.contains(r.code()))) {
        throw e;
      }
      return false;
    }
  }
}
