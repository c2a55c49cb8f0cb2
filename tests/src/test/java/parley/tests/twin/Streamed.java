package parley.tests.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What the add-on stream holds, in Kinesis and in its archive, as AWS's own clients read it. */
final class Streamed {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String KEY =
      "\\d{4}/\\d\\d/\\d\\d/\\d\\d/shardId-\\d{12}-\\d{56}-\\d{56}.jsonl.gz";

  static {
    // The twin speaks the protocol's JSON alone.
    System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
  }

  private Streamed() {}

  /** All that the stream holds, each shard in its order. */
  static List<JsonNode> all() {
    try (var kinesis = Profile.client(KinesisClient.builder())) {
      var stream = kinesis.listStreams().streamNames().getFirst();
      return kinesis.listShards(list -> list.streamName(stream)).shards().stream()
          .flatMap(shard -> in(kinesis, stream, shard).stream())
          .toList();
    }
  }

  /** All that the archive holds. */
  static List<JsonNode> archived() {
    try (var s3 = Profile.client(S3Client.builder())) {
      var records = new ArrayList<JsonNode>();
      for (var bucket : s3.listBuckets().buckets()) {
        for (var key : keys(s3, bucket.name(), "20")) {
          if (key.matches(KEY)) {
            records.addAll(lines(s3, bucket.name(), key));
          }
        }
      }
      return records;
    }
  }

  private static List<JsonNode> lines(S3Client s3, String bucket, String key) {
    try (var in = new GZIPInputStream(s3.getObject(get -> get.bucket(bucket).key(key)))) {
      return new String(in.readAllBytes(), UTF_8).lines().map(Streamed::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A record as it stands there. */
  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  private static List<JsonNode> in(KinesisClient kinesis, String stream, Shard shard) {
    var iterator =
        kinesis
            .getShardIterator(
                get ->
                    get.streamName(stream)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
            .shardIterator();
    return kinesis.getRecords(get -> get.shardIterator(iterator)).records().stream()
        .map(record -> read(record.data().asUtf8String()))
        .toList();
  }

  private static List<String> keys(S3Client s3, String bucket, String prefix) {
    return s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }
}
