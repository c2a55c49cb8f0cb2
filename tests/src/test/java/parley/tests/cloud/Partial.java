package parley.tests.cloud;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Calls of DynamoDB that are carried out in part, as it may do at any time. */
final class Partial {

  /** A page has 1 MB and an item 400 KB at most (DynamoDB's quotas): two are always in it. */
  private static final int SHORTEST_PAGE = 2;

  private Partial() {}

  static boolean fits(Fault fault, SdkRequest request) {
    return switch (request) {
      case QueryRequest query ->
          fault == Fault.PAGE_CUT_SHORT && (query.limit() == null || query.limit() > SHORTEST_PAGE);
      case BatchGetItemRequest _, BatchWriteItemRequest _ -> fault == Fault.BATCH_LEFT_OVER;
      default -> false;
    };
  }

  static Object answer(Fault fault, SdkRequest request, Flaw.Call call) throws Throwable {
    return switch (request) {
      case QueryRequest query -> call.with(query.toBuilder().limit(SHORTEST_PAGE).build());
      case BatchGetItemRequest batch -> read(batch, call);
      case BatchWriteItemRequest batch -> written(batch, call);
      default -> throw new IllegalStateException("%s at %s".formatted(fault, request));
    };
  }

  /** The first key of each table is read, the others are left over. */
  private static Object read(BatchGetItemRequest batch, Flaw.Call call) throws Throwable {
    var table = batch.requestItems().keySet().iterator().next();
    var keys = batch.requestItems().get(table);
    var first = keys.toBuilder().keys(keys.keys().subList(0, 1)).build();
    var one = batch.toBuilder().requestItems(Map.of(table, first)).build();
    var answer = (BatchGetItemResponse) call.with(one);
    var left = keys.keys().subList(1, keys.keys().size());
    return left.isEmpty()
        ? answer
        : answer.toBuilder()
            .unprocessedKeys(Map.of(table, keys.toBuilder().keys(left).build()))
            .build();
  }

  private static Object written(BatchWriteItemRequest batch, Flaw.Call call) throws Throwable {
    var table = batch.requestItems().keySet().iterator().next();
    var writes = batch.requestItems().get(table);
    var one = batch.toBuilder().requestItems(Map.of(table, List.of(writes.getFirst()))).build();
    var answer = (BatchWriteItemResponse) call.with(one);
    var left = writes.subList(1, writes.size());
    return left.isEmpty()
        ? answer
        : answer.toBuilder().unprocessedItems(Map.of(table, left)).build();
  }
}
