package parley.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.Base64;
import java.util.Optional;
import parley.local.aws.AwsError;
import parley.local.aws.JsonApi;
import parley.local.template.Names;

/**
 * Kinesis' PutRecord and PutRecords, with their limits. Source: the API reference.
 *
 * @param names the stack's
 */
record Puts(Names names) {

  private static final int LONGEST_KEY = 256;
  private static final int LARGEST_RECORD = 1 << 20;
  private static final int MOST_RECORDS = 500;
  private static final int LARGEST_REQUEST = 5 << 20;
  private static final String BUSY = "ProvisionedThroughputExceededException";

  /** A record that may be put. */
  private record Valid(String key, Optional<BigInteger> hash, String data, int bytes) {

    int size() {
      return bytes + key.getBytes(UTF_8).length;
    }
  }

  JsonNode one(Stream stream, JsonNode input) throws AwsError {
    var record = valid(input);
    var placed = stream.put(record.key(), record.hash(), record.data(), record.bytes());
    if (placed.isEmpty()) {
      throw new AwsError(BUSY, busy(stream));
    }
    return placed(JsonApi.object(), placed.get());
  }

  /** Each by itself: some may be put and others not. */
  JsonNode several(Stream stream, JsonNode input) throws AwsError {
    var records = input.path("Records");
    if (records.isEmpty() || records.size() > MOST_RECORDS) {
      throw invalid(
          "Records has %d members; 1 to %d are allowed".formatted(records.size(), MOST_RECORDS));
    }
    var all = new Valid[records.size()];
    var size = 0;
    for (var i = 0; i < all.length; i++) {
      all[i] = valid(records.get(i));
      size += all[i].size();
    }
    if (size > LARGEST_REQUEST) {
      throw new AwsError(
          "InvalidArgumentException", "Records size exceeds 5 MB limit: %d".formatted(size));
    }
    var output = JsonApi.object();
    var list = output.putArray("Records");
    var failed = 0;
    for (var record : all) {
      var placed = stream.put(record.key(), record.hash(), record.data(), record.bytes());
      if (placed.isPresent()) {
        placed(list.addObject(), placed.get());
      } else {
        failed++;
        list.addObject().put("ErrorCode", BUSY).put("ErrorMessage", busy(stream));
      }
    }
    return output.put("FailedRecordCount", failed);
  }

  private static Valid valid(JsonNode input) throws AwsError {
    var key = input.path("PartitionKey").asText();
    if (key.isEmpty() || key.codePointCount(0, key.length()) > LONGEST_KEY) {
      throw invalid("partitionKey must have a length of 1 to %d characters".formatted(LONGEST_KEY));
    }
    var data = input.path("Data").asText();
    var valid = new Valid(key, hash(input), data, bytes(data));
    if (valid.size() > LARGEST_RECORD) {
      throw invalid(
          "data and partitionKey have %d bytes and must have at most %d"
              .formatted(valid.size(), LARGEST_RECORD));
    }
    return valid;
  }

  private static int bytes(String data) throws AwsError {
    try {
      return Base64.getDecoder().decode(data).length;
    } catch (IllegalArgumentException e) {
      throw new AwsError("SerializationException", "data is no base64");
    }
  }

  private static Optional<BigInteger> hash(JsonNode input) throws AwsError {
    if (!input.has("ExplicitHashKey")) {
      return Optional.empty();
    }
    try {
      var hash = new BigInteger(input.path("ExplicitHashKey").asText());
      if (Stream.isHash(hash)) {
        return Optional.of(hash);
      }
    } catch (NumberFormatException e) {
      // The same answer as to a number that is none of these.
    }
    throw new AwsError(
        "InvalidArgumentException", "ExplicitHashKey must be a number from 0 to 2^128 - 1");
  }

  private static ObjectNode placed(ObjectNode output, Stream.Placed placed) {
    return output.put("ShardId", placed.shard()).put("SequenceNumber", placed.sequenceNumber());
  }

  private String busy(Stream stream) {
    return "Rate exceeded for a shard of stream %s under account %s."
        .formatted(stream.attributes().name(), names.account());
  }

  private static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }
}
