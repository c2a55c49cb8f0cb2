package parley.addons.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import parley.kernel.Json;

/**
 * Writes each batch of the stream as one object: a line of JSON a record, in the stream's order,
 * compressed.
 *
 * <p>At least once: a batch that is handed over again has the same key and replaces its object; one
 * that is cut differently then makes another. An event is known by its {@code id}.
 *
 * @param objects where they go
 */
record Archive(Objects objects) {

  /** What an object is, compressed. */
  static final String TYPE = "application/x-ndjson";

  /** An event as Lambda hands one over. */
  static final JsonNode EXAMPLE =
      Json.read(
          """
          {"Records": [{"eventID": "shardId-0:1", "kinesis": {"sequenceNumber": "1",
            "approximateArrivalTimestamp": 0, "data": "e30="}}]}""");

  /** One value and nothing after it, with every digit of its numbers. */
  private static final ObjectReader WHOLE =
      Json.MAPPER
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH").withZone(ZoneOffset.UTC);

  /** Where objects are put. */
  @FunctionalInterface
  interface Objects {

    /** Puts one; throws where it was not put. */
    void put(String key, byte[] bytes);
  }

  /** Archives Lambda's event of a Kinesis stream. */
  void archive(JsonNode event) {
    var records = event.path("Records");
    if (!records.isEmpty()) {
      objects.put(key(records), compressed(records));
    }
  }

  /** By the hour of the first record's arrival, its shard and its number: 2026/11/24/08/…. */
  private static String key(JsonNode records) {
    var first = records.get(0);
    var arrived = first.path("kinesis").path("approximateArrivalTimestamp").asLong();
    var last = records.get(records.size() - 1).path("kinesis").path("sequenceNumber").asText();
    return "%s/%s-%s.jsonl.gz"
        .formatted(
            HOUR.format(Instant.ofEpochSecond(arrived)),
            first.path("eventID").asText().replace(':', '-'),
            last);
  }

  private static byte[] compressed(JsonNode records) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      for (var record : records) {
        out.write(line(record.path("kinesis").path("data").asText()).getBytes(UTF_8));
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** What is no JSON was put by somebody else: it is kept as it came, and stops nothing. */
  private static String line(String data) {
    try {
      var tree = WHOLE.readTree(Base64.getDecoder().decode(data));
      return tree.isMissingNode() ? unreadable(data) : Json.MAPPER.writeValueAsString(tree);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return unreadable(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String unreadable(String data) {
    return Json.write(Json.object().put("unreadable", data));
  }
}
