package parley.local.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.local.stream.ChangeStream;
import parley.local.stream.StreamRecord;

/** The change stream of a table in DynamoDB Local, with records as Lambda hands them on. */
public final class TableStream implements ChangeStream {

  private final Dynamo dynamo;
  private final String arn;
  private final String region;
  private String id = "";

  /** The stream by the ARN that the template's names give it. */
  public TableStream(Dynamo dynamo, String arn, String region) {
    this.dynamo = dynamo;
    this.arn = arn;
    this.region = region;
  }

  @Override
  public String id() throws IOException, InterruptedException {
    if (id.isEmpty()) {
      id =
          dynamo
              .client()
              .table("DescribeTable", DynamoClient.object().put("TableName", Tables.nameIn(arn)))
              .path("Table")
              .path("LatestStreamArn")
              .asText();
    }
    return id;
  }

  @Override
  public List<Shard> shards() throws IOException, InterruptedException {
    var shards = new ArrayList<Shard>();
    var last = "";
    do {
      var input = DynamoClient.object().put("StreamArn", id());
      if (!last.isEmpty()) {
        input.put("ExclusiveStartShardId", last);
      }
      var description = dynamo.client().stream("DescribeStream", input).path("StreamDescription");
      for (var shard : description.path("Shards")) {
        shards.add(
            new Shard(
                shard.path("ShardId").asText(),
                Optional.ofNullable(shard.path("ParentShardId").textValue())));
      }
      last = description.path("LastEvaluatedShardId").asText();
    } while (!last.isEmpty());
    return shards;
  }

  @Override
  public String iterator(String shard, From from) throws IOException, InterruptedException {
    var input = DynamoClient.object().put("StreamArn", id()).put("ShardId", shard);
    switch (from) {
      case From.TrimHorizon() -> input.put("ShardIteratorType", "TRIM_HORIZON");
      case From.Latest() -> input.put("ShardIteratorType", "LATEST");
      case From.After(var sequence) ->
          input.put("ShardIteratorType", "AFTER_SEQUENCE_NUMBER").put("SequenceNumber", sequence);
    }
    try {
      return iterator(input);
    } catch (DynamoClient.Refused e) {
      if (!e.type().equals("TrimmedDataAccessException")) {
        throw e;
      }
      input.remove("SequenceNumber");
      return iterator(input.put("ShardIteratorType", "TRIM_HORIZON"));
    }
  }

  @Override
  public Page read(String iterator) throws IOException, InterruptedException {
    var page = page(iterator);
    var records = new ArrayList<StreamRecord>();
    for (var record : page.path("Records")) {
      records.add(record(record));
    }
    return new Page(records, Optional.ofNullable(page.path("NextShardIterator").textValue()));
  }

  private JsonNode page(String iterator) throws IOException, InterruptedException {
    try {
      return dynamo.client().stream(
          "GetRecords", DynamoClient.object().put("ShardIterator", iterator));
    } catch (DynamoClient.Refused e) {
      throw switch (e.type()) {
        case "TrimmedDataAccessException", "ExpiredIteratorException" -> new IteratorGone(e);
        default -> e;
      };
    }
  }

  private String iterator(ObjectNode input) throws IOException, InterruptedException {
    return dynamo.client().stream("GetShardIterator", input).path("ShardIterator").asText();
  }

  private StreamRecord record(JsonNode record) {
    var seconds = record.path("dynamodb").path("ApproximateCreationDateTime").asLong();
    if (record instanceof ObjectNode json) {
      json.put("awsRegion", region).put("eventSourceARN", arn);
      json.withObject("/dynamodb").put("ApproximateCreationDateTime", seconds);
    }
    return new StreamRecord(
        record.path("dynamodb").path("SequenceNumber").asText(),
        Instant.ofEpochSecond(seconds),
        record);
  }
}
