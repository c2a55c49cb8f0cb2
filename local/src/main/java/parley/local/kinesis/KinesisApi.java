package parley.local.kinesis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.aws.JsonApi.Operation;
import parley.local.iam.Access;
import parley.local.template.Names;

/** Kinesis' API: putting records, reading them, and looking at streams. */
public final class KinesisApi {

  private final Streams streams;
  private final Names names;

  private KinesisApi(Streams streams, Names names) {
    this.streams = streams;
    this.names = names;
  }

  /** The API of these streams. */
  public static AwsApi of(Streams streams, Names names) {
    var api = new KinesisApi(streams, names);
    var puts = new Puts(names);
    var reads = new Reads();
    return new JsonApi(
        new JsonApi.Service("kinesis", "Kinesis_20131202", "1.1"),
        Map.of(
            "PutRecord",
            new Operation(api.onStream("PutRecord"), input -> puts.one(api.stream(input), input)),
            "PutRecords",
            new Operation(
                api.onStream("PutRecords"), input -> puts.several(api.stream(input), input)),
            "ListStreams",
            new Operation(input -> new Access("kinesis:ListStreams", "*"), api::list),
            "DescribeStreamSummary",
            new Operation(api.onStream("DescribeStreamSummary"), api::describe),
            "ListShards",
            new Operation(api.onStream("ListShards"), input -> Reads.shards(api.stream(input))),
            "GetShardIterator",
            new Operation(
                api.onStream("GetShardIterator"),
                input -> reads.iterator(api.stream(input), input)),
            "GetRecords",
            new Operation(
                input -> api.access("GetRecords", Reads.streamIn(input)),
                input -> reads.records(api.named(Reads.streamIn(input)), input))));
  }

  private Function<JsonNode, Access> onStream(String action) {
    return input -> access(action, nameIn(input));
  }

  private Access access(String action, String name) {
    return new Access("kinesis:" + action, names.arn("kinesis", "stream/" + name));
  }

  private JsonNode list(JsonNode input) {
    var output = JsonApi.object();
    var list = output.putArray("StreamNames");
    streams.all().forEach(stream -> list.add(stream.attributes().name()));
    return output.put("HasMoreStreams", false);
  }

  private JsonNode describe(JsonNode input) throws AwsError {
    var attributes = stream(input).attributes();
    var output = JsonApi.object();
    output
        .putObject("StreamDescriptionSummary")
        .put("StreamName", attributes.name())
        .put("StreamARN", names.arn("kinesis", "stream/" + attributes.name()))
        .put("StreamStatus", "ACTIVE")
        .put("RetentionPeriodHours", attributes.retention().toHours())
        .put("OpenShardCount", attributes.shards());
    return output;
  }

  private Stream stream(JsonNode input) throws AwsError {
    return named(nameIn(input));
  }

  private Stream named(String name) throws AwsError {
    return streams
        .find(name)
        .orElseThrow(
            () ->
                new AwsError(
                    "ResourceNotFoundException",
                    "Stream %s under account %s not found.".formatted(name, names.account())));
  }

  private static String nameIn(JsonNode input) {
    return input.has("StreamARN")
        ? Streams.nameIn(input.path("StreamARN").asText())
        : input.path("StreamName").asText();
  }
}
