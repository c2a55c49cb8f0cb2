package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;

/** The tables' items, for a person who looks. */
public final class TableItems {

  private static final int PAGE = 25;

  private final Dynamo dynamo;

  /** Those of this DynamoDB. */
  public TableItems(Dynamo dynamo) {
    this.dynamo = dynamo;
  }

  /**
   * Which items are asked for.
   *
   * @param partition the partition key's value; empty for all items
   * @param sort what the sort key begins with, or is where it is a number; empty for any
   * @param after the key after which to go on, as JSON; empty for the first page
   */
  public record Asked(
      Optional<String> partition, Optional<String> sort, Optional<JsonNode> after) {}

  /** A table's description, as DynamoDB gives it. */
  public JsonNode describe(String table) throws IOException, InterruptedException {
    return dynamo
        .client()
        .table("DescribeTable", DynamoClient.object().put("TableName", table))
        .path("Table");
  }

  /** A page of items, as DynamoDB's Query or Scan gives it. */
  public JsonNode page(String table, Asked asked) throws IOException, InterruptedException {
    var input = DynamoClient.object().put("TableName", table).put("Limit", PAGE);
    asked.after().ifPresent(key -> input.set("ExclusiveStartKey", key));
    if (asked.partition().isEmpty()) {
      return dynamo.client().table("Scan", input);
    }
    var description = describe(table);
    var condition = new StringBuilder("#p = :p");
    var names = input.putObject("ExpressionAttributeNames");
    var values = input.putObject("ExpressionAttributeValues");
    var partition = name(description, "HASH");
    names.put("#p", partition);
    value(values, ":p", type(description, partition), asked.partition().get());
    var sort = name(description, "RANGE");
    if (asked.sort().isPresent() && !sort.isEmpty()) {
      var type = type(description, sort);
      names.put("#s", sort);
      value(values, ":s", type, asked.sort().get());
      condition.append(type.equals("S") ? " AND begins_with(#s, :s)" : " AND #s = :s");
    }
    input.put("KeyConditionExpression", condition.toString());
    return dynamo.client().table("Query", input);
  }

  private static void value(ObjectNode values, String name, String type, String text) {
    values.putObject(name).put(type, text);
  }

  private static String name(JsonNode table, String role) {
    return table
        .path("KeySchema")
        .valueStream()
        .filter(key -> key.path("KeyType").asText().equals(role))
        .map(key -> key.path("AttributeName").asText())
        .findFirst()
        .orElse("");
  }

  private static String type(JsonNode table, String attribute) {
    return table
        .path("AttributeDefinitions")
        .valueStream()
        .filter(definition -> definition.path("AttributeName").asText().equals(attribute))
        .map(definition -> definition.path("AttributeType").asText())
        .findFirst()
        .orElse("S");
  }
}
