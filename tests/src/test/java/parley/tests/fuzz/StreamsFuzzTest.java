package parley.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.tests.twin.RunningTwin;

/**
 * The functions that streams and other functions feed, with records that a damaged table, a
 * stranger's producer or a mistake elsewhere may hold. One bad record stops its own place in a
 * batch and nothing before it.
 */
class StreamsFuzzTest {

  private static final int EXECUTIONS = 40;
  private static final int MOST_RECORDS = 4;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Functions functions;

  @BeforeAll
  static void find() {
    var _ = RunningTwin.site();
    functions = Functions.ofTwin();
  }

  @AfterAll
  static void close() {
    functions.close();
  }

  @Test
  void deliverStopsAtNothingBeforeTheFirstBadRecord() throws Exception {
    stopsAtNothingGood("connections.Deliver");
  }

  @Test
  void publishStopsAtNothingBeforeTheFirstBadRecord() throws Exception {
    stopsAtNothingGood("events.Publish");
  }

  private static void stopsAtNothingGood(String function) throws Exception {
    Executions.run(
        function,
        EXECUTIONS,
        2,
        hostile -> {
          var images = images(hostile);
          var answer = functions.invoke(function, batch(images));
          assertThat(answer.functionError()).as("%s", images).isNull();
          var failures = body(answer.payload().asUtf8String()).path("batchItemFailures");
          assertThat(failures.size()).isLessThanOrEqualTo(1);
          var bad = IntStream.range(0, images.size()).filter(i -> images.get(i).bad).findFirst();
          if (!failures.isEmpty()) {
            assertThat(bad).as("nothing is bad: %s", images).isPresent();
            assertThat(failures.get(0).path("itemIdentifier").asInt())
                .as("%s", images)
                .isGreaterThanOrEqualTo(bad.getAsInt());
          }
        });
  }

  @Test
  void deliverShareSendsOrRefuses() throws Exception {
    Executions.run(
        "connections.DeliverShare",
        EXECUTIONS,
        2,
        hostile -> {
          var share =
              "{\"entries\":[{\"room\":%s,\"json\":%s}],\"listeners\":[%s,%s]}"
                  .formatted(
                      hostile.once(2) ? "\"room\"" : hostile.quoted(hostile.text()),
                      hostile.quoted(hostile.text()),
                      "\"somebody#gone=\"",
                      hostile.once(2) ? hostile.json() : hostile.quoted(hostile.text()));
          var record =
              "{\"requestId\":\"q-1\",\"caller\":{},\"params\":{},\"body\":%s}".formatted(share);
          var answer = functions.invoke("connections.DeliverShare", record);
          assertThat(answer.functionError()).as("%s", share).isNull();
          assertThat(body(answer.payload().asUtf8String()).path("status").asInt())
              .as("%s", share)
              .isIn(200, 400);
        });
  }

  @Test
  void archiveKeepsWhateverAProducerPut() throws Exception {
    Executions.run(
        "addons.stream.Archive",
        EXECUTIONS,
        2,
        hostile -> {
          var records =
              IntStream.rangeClosed(0, hostile.random().nextInt(MOST_RECORDS))
                  .mapToObj(
                      i ->
                          """
                          {"eventID":"shardId-000000000000:%1$d","kinesis":{"partitionKey":%2$s,
                          "sequenceNumber":"%1$d","approximateArrivalTimestamp":%1$d.123,"data":"%3$s"}}"""
                              .formatted(i, hostile.quoted(hostile.text()), base64(hostile.json())))
                  .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
          var answer = functions.invoke("addons.stream.Archive", records);
          assertThat(answer.functionError()).as("%s", records).isNull();
        });
  }

  /**
   * An image of a new entry, as DynamoDB's JSON; bad where any attribute is not as it should be.
   */
  private record Image(boolean bad, String json) {}

  private static List<Image> images(Hostile hostile) {
    var images = new ArrayList<Image>();
    for (var i = hostile.random().nextInt(MOST_RECORDS); i >= 0; i--) {
      images.add(image(hostile, hostile.once(3)));
    }
    return images;
  }

  private static Image image(Hostile hostile, boolean bad) {
    var attributes = new ArrayList<String>();
    for (var attribute :
        List.of(
            "\"room\":{\"S\":\"nobody-listens-here\"}",
            "\"seq\":{\"N\":\"7\"}",
            "\"messages\":{\"N\":\"5\"}",
            "\"kind\":{\"S\":\"message\"}",
            "\"sender\":{\"S\":\"0b5d1a52-7e0c-4c1b-9a57-0d8d3f1c2b3a\"}",
            "\"time\":{\"S\":\"2026-11-24T08:00:00.123Z\"}",
            "\"text\":{\"S\":%s}".formatted(hostile.quoted(hostile.text())))) {
      if (!bad || !hostile.once(3)) {
        attributes.add(attribute);
      } else if (!hostile.once(3)) {
        attributes.add(attribute.substring(0, attribute.indexOf(':') + 1) + value(hostile));
      }
    }
    return new Image(bad, "{" + String.join(",", attributes) + "}");
  }

  /** A value that DynamoDB can hold. */
  private static String value(Hostile hostile) {
    return switch (hostile.random().nextInt(6)) {
      case 0 ->
          "{\"N\":\"%s\"}".formatted(hostile.any(List.of("-1", "0", "1.5", "9E125", "1E-130")));
      case 1 -> "{\"BOOL\":true}";
      case 2 -> "{\"NULL\":true}";
      case 3 -> "{\"M\":{\"a\":{\"S\":%s}}}".formatted(hostile.quoted(hostile.text()));
      case 4 -> "{\"L\":[{\"S\":\"x\"}]}";
      default -> "{\"S\":%s}".formatted(hostile.quoted(hostile.text()));
    };
  }

  private static String batch(List<Image> images) {
    return IntStream.range(0, images.size())
        .mapToObj(
            i ->
                "{\"eventName\":\"INSERT\",\"dynamodb\":{\"SequenceNumber\":\"%d\",\"NewImage\":%s}}"
                    .formatted(i, images.get(i).json))
        .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode body(String text) throws Exception {
    return JSON.readTree(text);
  }
}
