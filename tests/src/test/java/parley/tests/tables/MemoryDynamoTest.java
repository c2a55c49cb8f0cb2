package parley.tests.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.tests.dynamo.DynamoLocal;
import parley.tests.dynamo.NewTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Random calls, of the forms that the functions use, have the same answers as of DynamoDB Local.
 */
class MemoryDynamoTest {

  private static final int CALLS = 400;

  private final String table = "Compared-" + UUID.randomUUID();
  private final DynamoDbClient memory = new MemoryDynamo();
  private final DynamoDbClient local = DynamoLocal.client();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void randomCallsHaveTheSameAnswers(long seed) {
    List.of(memory, local).forEach(this::create);
    var random = new Random(seed);
    for (var i = 0; i < CALLS; i++) {
      var call = call(random);
      assertThat(answer(call, memory))
          .as("seed %d, call %d", seed, i)
          .isEqualTo(answer(call, local));
    }
  }

  private void create(DynamoDbClient dynamo) {
    dynamo.createTable(
        NewTable.of(
            table, List.of("room", "seq"), "ByText", List.of("text", "room"), ProjectionType.ALL));
  }

  private static Object answer(Function<DynamoDbClient, Object> call, DynamoDbClient dynamo) {
    try {
      return call.apply(dynamo);
    } catch (DynamoDbException e) {
      return e.getClass().getSimpleName();
    }
  }

  private Function<DynamoDbClient, Object> call(Random random) {
    var key = Map.of("room", fromS("r" + random.nextInt(2)), "seq", fromN("" + random.nextInt(8)));
    return switch (random.nextInt(7)) {
      case 0 -> put(key, random);
      case 1 -> edit(key, random);
      case 2 -> addOrRemove(key, random);
      case 3 -> delete(key, random);
      case 4 -> query(random);
      case 5 -> transaction(key, random);
      default -> dynamo -> dynamo.getItem(get -> get.tableName(table).key(key)).item();
    };
  }

  private Function<DynamoDbClient, Object> put(Map<String, AttributeValue> key, Random random) {
    var item = new HashMap<>(key);
    item.put("text", fromS("t" + random.nextInt(3)));
    item.put("n", fromN("" + random.nextInt(20)));
    var put =
        PutItemRequest.builder()
            .tableName(table)
            .item(item)
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    if (random.nextBoolean()) {
      put.conditionExpression("attribute_not_exists(room)");
    }
    return dynamo -> dynamo.putItem(put.build()).attributes();
  }

  private Function<DynamoDbClient, Object> edit(Map<String, AttributeValue> key, Random random) {
    var update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .updateExpression("set #text = :text, edited = :edited add edits :seqs")
            .conditionExpression(
                "attribute_exists(room) and attribute_not_exists(deleted)"
                    + " and (attribute_not_exists(edited) or edited.seq < :seq)")
            .expressionAttributeNames(Map.of("#text", "text"))
            .expressionAttributeValues(edited(random.nextInt(20), "e" + random.nextInt(3)))
            .returnValues(ReturnValue.ALL_NEW)
            .build();
    return dynamo -> dynamo.updateItem(update).attributes();
  }

  private static Map<String, AttributeValue> edited(int seq, String text) {
    var number = fromN("" + seq);
    return Map.of(
        ":text", fromS(text),
        ":seq", number,
        ":edited", AttributeValue.fromM(Map.of("seq", number)),
        ":seqs", AttributeValue.fromNs(List.of("" + seq)));
  }

  private Function<DynamoDbClient, Object> addOrRemove(
      Map<String, AttributeValue> key, Random random) {
    var remove = random.nextInt(3) == 0;
    var update =
        UpdateItemRequest.builder()
            .tableName(table)
            .key(key)
            .returnValues(ReturnValue.ALL_NEW)
            .updateExpression(
                remove
                    ? "REMOVE #text, edited"
                    : "SET #state = if_not_exists(#state, :state), n = :n ADD amount :n")
            .expressionAttributeNames(remove ? Map.of("#text", "text") : Map.of("#state", "state"));
    if (!remove) {
      update.expressionAttributeValues(
          Map.of(":state", fromS("s" + random.nextInt(2)), ":n", fromN("" + random.nextInt(5))));
    }
    return dynamo -> dynamo.updateItem(update.build()).attributes();
  }

  private Function<DynamoDbClient, Object> delete(Map<String, AttributeValue> key, Random random) {
    var delete =
        DeleteItemRequest.builder()
            .tableName(table)
            .key(key)
            .returnValues(ReturnValue.ALL_OLD)
            .conditionExpression("n < :n")
            .expressionAttributeValues(Map.of(":n", fromN("" + random.nextInt(20))))
            .build();
    return dynamo -> dynamo.deleteItem(delete).attributes();
  }

  private Function<DynamoDbClient, Object> query(Random random) {
    var query = QueryRequest.builder().tableName(table).scanIndexForward(random.nextBoolean());
    if (random.nextInt(3) == 0) {
      query
          .indexName("ByText")
          .keyConditionExpression("#text = :text AND begins_with(room, :r)")
          .expressionAttributeNames(Map.of("#text", "text"))
          .expressionAttributeValues(Map.of(":text", fromS("t1"), ":r", fromS("r1")))
          .limit(1 + random.nextInt(4));
      return dynamo -> dynamo.query(query.build()).count();
    }
    query
        .consistentRead(true)
        .keyConditionExpression("room = :room and seq between :from and :to")
        .filterExpression("n <> :n")
        .limit(1 + random.nextInt(9))
        .expressionAttributeValues(
            Map.of(
                ":room", fromS("r" + random.nextInt(2)),
                ":from", fromN("" + random.nextInt(4)),
                ":to", fromN("" + (4 + random.nextInt(5))),
                ":n", fromN("" + random.nextInt(20))));
    if (random.nextInt(4) == 0) {
      query.projectionExpression("room, n");
    }
    return dynamo -> {
      var page = dynamo.query(query.build());
      return List.of(page.items(), page.scannedCount());
    };
  }

  private Function<DynamoDbClient, Object> transaction(
      Map<String, AttributeValue> key, Random random) {
    var other = Map.of("room", fromS("other"), "seq", fromN("" + random.nextInt(4)));
    var update =
        TransactWriteItem.builder()
            .update(
                u ->
                    u.tableName(table)
                        .key(key)
                        .updateExpression("SET n = :n")
                        .conditionExpression("n >= :least")
                        .expressionAttributeValues(
                            Map.of(":n", fromN("9"), ":least", fromN("" + random.nextInt(12)))))
            .build();
    var put =
        TransactWriteItem.builder()
            .put(
                p ->
                    p.tableName(table)
                        .item(other)
                        .conditionExpression("attribute_not_exists(#room)")
                        .expressionAttributeNames(Map.of("#room", "room")))
            .build();
    return dynamo -> {
      dynamo.transactWriteItems(t -> t.transactItems(update, put));
      return "done";
    };
  }
}
