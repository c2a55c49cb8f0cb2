package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import parley.local.template.Names;
import parley.local.template.Resource;
import parley.local.template.ResourceType;

/** Makes the template's tables, and makes sure that those of an earlier start still fit. */
final class Tables {

  static final ResourceType TYPE =
      new ResourceType(
          "AWS::DynamoDB::GlobalTable",
          Set.of(
              "AttributeDefinitions",
              "GlobalSecondaryIndexes.IndexName",
              "GlobalSecondaryIndexes.KeySchema",
              "GlobalSecondaryIndexes.Projection",
              "KeySchema",
              "LocalSecondaryIndexes",
              "StreamSpecification.StreamViewType",
              "TimeToLiveSpecification"),
          Set.of(
              "BillingMode",
              "Replicas.ContributorInsightsSpecification",
              "Replicas.DeletionProtectionEnabled",
              "Replicas.GlobalSecondaryIndexes",
              "Replicas.KinesisStreamSpecification",
              "Replicas.PointInTimeRecoverySpecification",
              "Replicas.Region",
              "Replicas.SSESpecification",
              "Replicas.TableClass",
              "Replicas.Tags",
              "SSESpecification",
              "WriteOnDemandThroughputSettings"),
          Names::physical,
          Map.of(
              "Arn", Tables::arn,
              "StreamArn", (names, id) -> arn(names, id) + "/stream/2026-01-01T00:00:00.000",
              "TableId", (names, id) -> names.id(id, 32)));

  private final DynamoClient client;

  Tables(DynamoClient client) {
    this.client = client;
  }

  /** The name in a table's or a stream's ARN. */
  static String nameIn(String arn) {
    var name = arn.substring(arn.indexOf(":table/") + ":table/".length());
    return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
  }

  /** Makes a table that is not there. Throws where one of other keys is. */
  void create(String name, Resource table) throws IOException, InterruptedException {
    try {
      var there = client.table("DescribeTable", DynamoClient.object().put("TableName", name));
      compare(table, input(name, table), there.path("Table"));
    } catch (DynamoClient.Refused e) {
      if (!e.type().equals("ResourceNotFoundException")) {
        throw e;
      }
      client.table("CreateTable", input(name, table));
    }
  }

  private static String arn(Names names, String id) {
    return names.arn("dynamodb", "table/" + names.physical(id));
  }

  private static ObjectNode input(String name, Resource table) {
    var input = DynamoClient.object().put("TableName", name).put("BillingMode", "PAY_PER_REQUEST");
    for (var property :
        new String[] {
          "AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes"
        }) {
      if (table.properties().has(property)) {
        input.set(property, table.get(property));
      }
    }
    var view = table.text("StreamSpecification.StreamViewType");
    if (!view.isEmpty()) {
      input.putObject("StreamSpecification").put("StreamEnabled", true).put("StreamViewType", view);
    }
    return input;
  }

  private static void compare(Resource table, JsonNode wanted, JsonNode there) throws IOException {
    var want = shape(wanted);
    var have = shape(there);
    if (!want.equals(have)) {
      throw new IOException(
          "the table %s has %s, and the template now wants %s: start with --empty to forget all data"
              .formatted(table.id(), have, want));
    }
  }

  private static String shape(JsonNode table) {
    return "keys %s, indexes %s, stream %s"
        .formatted(
            keys(table),
            indexes(table),
            table.path("StreamSpecification").path("StreamViewType").asText("none"));
  }

  private static String keys(JsonNode owner) {
    var keys = new TreeSet<String>();
    owner
        .path("KeySchema")
        .forEach(
            key ->
                keys.add(key.path("KeyType").asText() + " " + key.path("AttributeName").asText()));
    return keys.toString();
  }

  private static String indexes(JsonNode table) {
    var indexes = new TreeSet<String>();
    for (var kind : new String[] {"GlobalSecondaryIndexes", "LocalSecondaryIndexes"}) {
      table
          .path(kind)
          .forEach(
              index ->
                  indexes.add(
                      "%s %s %s"
                          .formatted(
                              index.path("IndexName").asText(),
                              keys(index),
                              index.path("Projection").path("ProjectionType").asText())));
    }
    return indexes.toString();
  }
}
