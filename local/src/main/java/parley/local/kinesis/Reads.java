package parley.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;

/**
 * Kinesis' ListShards, GetShardIterator and GetRecords. An iterator names the stream, the shard and
 * the number after which to go on; it does not expire here.
 */
final class Reads {

  private static final int MOST = 10_000;

  static JsonNode shards(Stream stream) {
    var output = JsonApi.object();
    var list = output.putArray("Shards");
    for (var shard : stream.shards()) {
      var one = list.addObject().put("ShardId", shard.id());
      one.putObject("HashKeyRange")
          .put("StartingHashKey", shard.from().toString())
          .put("EndingHashKey", shard.to().toString());
      one.putObject("SequenceNumberRange").put("StartingSequenceNumber", Record.sequenceNumber(0));
    }
    return output;
  }

  JsonNode iterator(Stream stream, JsonNode input) throws AwsError {
    var id = input.path("ShardId").asText();
    if (!stream.has(id)) {
      throw new AwsError("ResourceNotFoundException", "Shard %s does not exist.".formatted(id));
    }
    var type = input.path("ShardIteratorType").asText();
    var after =
        switch (type) {
          case "TRIM_HORIZON" -> 0L;
          case "LATEST" -> stream.last(id);
          case "AT_SEQUENCE_NUMBER" -> number(input) - 1;
          case "AFTER_SEQUENCE_NUMBER" -> number(input);
          case "AT_TIMESTAMP" ->
              stream.before(id, (long) (input.path("Timestamp").asDouble() * 1000));
          default ->
              throw new AwsError(
                  "ValidationException",
                  "shardIteratorType is %s and must be one of TRIM_HORIZON, LATEST, AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER, AT_TIMESTAMP"
                      .formatted(type));
        };
    return JsonApi.object().put("ShardIterator", token(stream, id, after));
  }

  JsonNode records(Stream stream, JsonNode input) throws AwsError {
    var place = place(input);
    if (place.length < 3 || !stream.has(place[1])) {
      throw new AwsError("InvalidArgumentException", "Invalid ShardIterator.");
    }
    var shard = place[1];
    var after = Long.parseLong(place[2]);
    var records = stream.after(shard, after, input.path("Limit").asInt(MOST));
    var output = JsonApi.object();
    var list = output.putArray("Records");
    for (var record : records) {
      list.addObject()
          .put("SequenceNumber", record.sequenceNumber())
          .put("ApproximateArrivalTimestamp", record.arrived() / 1000.0)
          .put("Data", record.data())
          .put("PartitionKey", record.partitionKey());
    }
    var next = records.isEmpty() ? after : records.getLast().number();
    return output
        .put("NextShardIterator", token(stream, shard, next))
        .put("MillisBehindLatest", stream.behind(shard, next));
  }

  /** The name of the stream that an iterator is of; "" where it is none. */
  static String streamIn(JsonNode input) {
    return place(input)[0];
  }

  private static String token(Stream stream, String shard, long after) {
    var text = "%s %s %d".formatted(stream.attributes().name(), shard, after);
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private static String[] place(JsonNode input) {
    try {
      var token = input.path("ShardIterator").asText();
      return new String(Base64.getDecoder().decode(token), UTF_8).split(" ", 3);
    } catch (IllegalArgumentException e) {
      return new String[] {""};
    }
  }

  private static long number(JsonNode input) throws AwsError {
    try {
      return Record.numberOf(input.path("StartingSequenceNumber").asText());
    } catch (NumberFormatException e) {
      throw new AwsError(
          "InvalidArgumentException",
          "StartingSequenceNumber %s is of no record"
              .formatted(input.path("StartingSequenceNumber").asText()));
    }
  }
}
