package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import parley.local.aws.AwsCall;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;
import parley.local.template.Names;

/**
 * What calls of DynamoDB and its streams need to be allowed.
 *
 * <p>Source: the service authorization reference, "Actions, resources, and condition keys for
 * Amazon DynamoDB", and the developer guide on transactions: each part of a transaction is
 * authorised as the single operation that it stands for.
 */
final class DynamoAccesses {

  private static final Set<String> ON_A_TABLE =
      Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "DescribeTable");

  private static final Set<String> ON_A_TABLE_OR_INDEX = Set.of("Query", "Scan");

  private static final Set<String> ON_TABLES = Set.of("BatchGetItem", "BatchWriteItem");

  private static final Set<String> ON_A_STREAM = Set.of("DescribeStream", "GetShardIterator");

  private static final Set<String> IN_TRANSACTIONS =
      Set.of("TransactGetItems", "TransactWriteItems");

  private static final Set<String> ON_NO_TABLE = Set.of("ListTables");

  private static final Map<String, String> IN_A_TRANSACTION =
      Map.of(
          "Get", "GetItem",
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem");

  private final Names names;

  DynamoAccesses(Names names) {
    this.names = names;
  }

  /** The operations whose needs are known. */
  static List<String> operations() {
    return Stream.of(
            ON_A_TABLE, ON_A_TABLE_OR_INDEX, ON_TABLES, ON_A_STREAM, IN_TRANSACTIONS, ON_NO_TABLE)
        .flatMap(Set::stream)
        .sorted()
        .toList();
  }

  List<Access> of(AwsCall call) throws Unmapped {
    var target = call.headers().getOrDefault("x-amz-target", "");
    var operation = target.substring(target.indexOf('.') + 1);
    var input = input(call, operation);
    if (ON_A_TABLE.contains(operation)) {
      return List.of(onTable(operation, operation, input));
    }
    if (ON_A_TABLE_OR_INDEX.contains(operation)) {
      return List.of(onTableOrIndex(operation, input));
    }
    if (ON_TABLES.contains(operation)) {
      return input
          .path("RequestItems")
          .propertyStream()
          .map(table -> new Access("dynamodb:" + operation, arn(table.getKey())))
          .toList();
    }
    if (IN_TRANSACTIONS.contains(operation)) {
      return inTransaction(operation, input);
    }
    if (ON_A_STREAM.contains(operation)) {
      return List.of(new Access("dynamodb:" + operation, input.path("StreamArn").asText()));
    }
    if (ON_NO_TABLE.contains(operation)) {
      return List.of(new Access("dynamodb:" + operation, "*"));
    }
    throw new Unmapped("DynamoDB's " + operation);
  }

  private Access onTable(String action, String enclosing, JsonNode input) {
    return new Access(
        "dynamodb:" + action,
        arn(input.path("TableName").asText()),
        DynamoContext.of(enclosing, input));
  }

  private Access onTableOrIndex(String operation, JsonNode input) {
    var table = arn(input.path("TableName").asText());
    return new Access(
        "dynamodb:" + operation,
        input.has("IndexName") ? table + "/index/" + input.path("IndexName").asText() : table,
        DynamoContext.of(operation, input));
  }

  private List<Access> inTransaction(String operation, JsonNode input) throws Unmapped {
    var accesses = new ArrayList<Access>();
    for (var item : input.path("TransactItems")) {
      for (var part : item.properties()) {
        var action = IN_A_TRANSACTION.get(part.getKey());
        if (action == null) {
          throw new Unmapped("%s's %s".formatted(operation, part.getKey()));
        }
        accesses.add(onTable(action, operation, part.getValue()));
      }
    }
    return accesses;
  }

  /** A table may be named by its ARN too. */
  private String arn(String table) {
    return table.startsWith("arn:") ? table : names.arn("dynamodb", "table/" + table);
  }

  private static JsonNode input(AwsCall call, String operation) throws Unmapped {
    try {
      return DynamoClient.MAPPER.readTree(call.body());
    } catch (IOException e) {
      throw new Unmapped("DynamoDB's %s with a body that is no JSON".formatted(operation));
    }
  }
}
