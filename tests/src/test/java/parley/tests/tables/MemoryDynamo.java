package parley.tests.tables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB in memory. For any number of threads; every read sees every write before it. */
public final class MemoryDynamo implements DynamoDbClient {

  private static final int MEGABYTE = 1024 * 1024;

  private final Map<String, Table> tables = new ConcurrentHashMap<>();
  private final ToIntFunction<QueryRequest> pageBytes;

  /** One whose pages end where DynamoDB's do, at 1 MB. */
  public MemoryDynamo() {
    this(_ -> MEGABYTE);
  }

  /**
   * One whose pages end earlier.
   *
   * @param pageBytes where a query's page ends; an item always is in it
   */
  public MemoryDynamo(ToIntFunction<QueryRequest> pageBytes) {
    this.pageBytes = pageBytes;
  }

  @Override
  public CreateTableResponse createTable(CreateTableRequest request) {
    tables.put(request.tableName(), new Table(request));
    return CreateTableResponse.builder().build();
  }

  @Override
  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    table(request.tableName());
    return DescribeTableResponse.builder()
        .table(table -> table.tableStatus(TableStatus.ACTIVE))
        .build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    var item = table(request.tableName()).get(request.key());
    var answer = GetItemResponse.builder();
    return (item.isEmpty() ? answer : answer.item(item)).build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    var items = table(request.tableName()).items(request.indexName());
    return new Pages(items, request, pageBytes).page();
  }

  @Override
  public PutItemResponse putItem(PutItemRequest request) {
    var write = Write.of(request);
    alone(write, request.returnValuesOnConditionCheckFailure());
    return PutItemResponse.builder().build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    var done = alone(Write.of(request), request.returnValuesOnConditionCheckFailure());
    var answer = UpdateItemResponse.builder();
    return (request.returnValues() == ReturnValue.ALL_NEW ? answer.attributes(done.after) : answer)
        .build();
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    var done = alone(Write.of(request), request.returnValuesOnConditionCheckFailure());
    var answer = DeleteItemResponse.builder();
    return (request.returnValues() == ReturnValue.ALL_OLD && !done.before.isEmpty()
            ? answer.attributes(done.before)
            : answer)
        .build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    var found = new TreeMap<String, List<Map<String, AttributeValue>>>();
    request
        .requestItems()
        .forEach(
            (name, wanted) ->
                found.put(
                    name,
                    wanted.keys().stream()
                        .map(table(name)::get)
                        .filter(item -> !item.isEmpty())
                        .toList()));
    return BatchGetItemResponse.builder().responses(found).unprocessedKeys(Map.of()).build();
  }

  @Override
  public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
    request
        .requestItems()
        .forEach((name, writes) -> writes.forEach(write -> alone(Write.of(name, write), null)));
    return BatchWriteItemResponse.builder().unprocessedItems(Map.of()).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    var writes = request.transactItems().stream().map(Write::of).toList();
    return locked(
        writes,
        () -> {
          var before = writes.stream().map(this::before).toList();
          Write.checkAll(writes, before);
          for (var i = 0; i < writes.size(); i++) {
            make(writes.get(i), before.get(i));
          }
          return TransactWriteItemsResponse.builder().build();
        });
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    tables.clear();
  }

  /** An item before and after a write. */
  private record Done(Map<String, AttributeValue> before, Map<String, AttributeValue> after) {}

  private Done alone(Write write, @Nullable ReturnValuesOnConditionCheckFailure onFailure) {
    return locked(
        List.of(write),
        () -> {
          var before = before(write);
          if (!write.holds(before)) {
            var failure =
                ConditionalCheckFailedException.builder().message("The conditional request failed");
            throw onFailure == ReturnValuesOnConditionCheckFailure.ALL_OLD && !before.isEmpty()
                ? failure.item(before).build()
                : failure.build();
          }
          return new Done(before, make(write, before));
        });
  }

  private Map<String, AttributeValue> before(Write write) {
    return table(write.table()).get(write.item());
  }

  private Map<String, AttributeValue> make(Write write, Map<String, AttributeValue> before) {
    var table = table(write.table());
    var after = write.after(before);
    if (after.isEmpty()) {
      table.remove(write.item());
    } else {
      table.put(after);
    }
    return after;
  }

  /** All locks, always in the same order. */
  private <T> T locked(List<Write> writes, Supplier<T> work) {
    var locks = new ArrayList<ReentrantLock>();
    writes.stream()
        .sorted(Comparator.comparing(Write::table))
        .map(write -> table(write.table()).lock(write.item()))
        .sorted(Comparator.comparing(System::identityHashCode))
        .forEach(locks::add);
    locks.forEach(ReentrantLock::lock);
    try {
      return work.get();
    } finally {
      locks.reversed().forEach(ReentrantLock::unlock);
    }
  }

  private Table table(String name) {
    var table = tables.get(name);
    if (table == null) {
      throw ResourceNotFoundException.builder().message("no table " + name).build();
    }
    return table;
  }
}
