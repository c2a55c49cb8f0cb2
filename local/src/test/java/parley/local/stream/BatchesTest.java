package parley.local.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.local.journal.Journal;
import parley.local.lambda.Functions;

class BatchesTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final List<String> invocations = new ArrayList<>();
  private final List<String> givenUp = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

  private Disturbance disturbance = Disturbance.NONE;

  @Test
  void recordsAreHandedOverInBatchesAndOrder() throws Exception {
    process(mapping(2, 0, false), "", batch -> "{}", 1, 2, 3, 4, 5);

    assertThat(invocations).containsExactly("1 2", "3 4", "5");
    assertThat(checkpoints.last("shard")).contains("5");
  }

  @Test
  void aFailedBatchIsTriedAgainBeforeTheNext() throws Exception {
    process(mapping(2, 5, false), "", batch -> invocations.size() < 3 ? "fail" : "{}", 1, 2, 3);

    assertThat(invocations).containsExactly("1 2", "1 2", "1 2", "3");
    assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void aBatchThatFailsTooOftenIsGivenUpAndTold() throws Exception {
    process(mapping(2, 1, false), "", batch -> batch.contains("1") ? "fail" : "{}", 1, 2, 3);

    assertThat(invocations).containsExactly("1 2", "1 2", "3");
    assertThat(givenUp).containsExactly("1 2 RetryAttemptsExhausted 2");
    assertThat(checkpoints.last("shard")).contains("3");
  }

  @Test
  void bisectingIsolatesThePoisonedRecord() throws Exception {
    process(mapping(4, 0, true), "", batch -> batch.contains("3") ? "fail" : "{}", 1, 2, 3, 4);

    assertThat(invocations).containsExactly("1 2 3 4", "1 2", "3 4", "3", "4");
    assertThat(givenUp).containsExactly("3 RetryAttemptsExhausted 1");
  }

  @Test
  void aReportedFailureGoesOnFromThatRecord() throws Exception {
    process(
        mapping(4, 3, true),
        "",
        batch ->
            invocations.size() == 1
                ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"4\"},{\"itemIdentifier\":\"3\"}]}"
                : "{\"batchItemFailures\":[]}",
        1,
        2,
        3,
        4);

    assertThat(invocations).containsExactly("1 2 3 4", "3 4");
    assertThat(checkpoints.reached).containsExactly("2", "4", "4");
  }

  @Test
  void aReportOfAnUnknownRecordIsAFailureOfAll() throws Exception {
    process(
        mapping(2, 3, false),
        "",
        batch ->
            invocations.size() == 1
                ? "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}"
                : "null",
        1,
        2);

    assertThat(invocations).containsExactly("1 2", "1 2");
  }

  @Test
  void whatTheFilterHoldsBackIsDoneWithoutAnInvocation() throws Exception {
    process(mapping(10, 0, false), "{\"odd\":[true]}", batch -> "{}", 1, 2, 3, 4);

    assertThat(invocations).containsExactly("1 3");
    assertThat(checkpoints.last("shard")).contains("4");
  }

  @Test
  void recordsThatAreTooOldAreGivenUp() throws Exception {
    var mapping =
        new Mapping(
            "m",
            "f",
            "s",
            10,
            Duration.ZERO,
            Optional.empty(),
            Optional.of(Duration.ofSeconds(60)),
            false,
            true,
            Optional.empty(),
            false);
    // Record n is 10 n seconds old at the most: 9 is the oldest.
    process(mapping, "", batch -> "{}", 9, 8, 1);

    assertThat(invocations).containsExactly("1");
    assertThat(givenUp).containsExactly("9 8 RecordAgeExceeded 0");
  }

  @Test
  void theCheckpointNeverPassesWhatIsNotDoneYet() throws Exception {
    disturbance = (mapping, records) -> List.of(List.of(records.get(2)), records, records);

    process(mapping(10, 0, false), "", batch -> "{}", 1, 2, 3);

    assertThat(invocations).containsExactly("3", "1 2 3", "1 2 3");
    assertThat(checkpoints.reached).containsExactly("3", "3");
  }

  private void process(
      Mapping mapping, String pattern, Function<Set<String>, String> function, int... records)
      throws Exception {
    var criteria = MAPPER.createObjectNode();
    if (!pattern.isEmpty()) {
      criteria.putArray("Filters").addObject().put("Pattern", pattern);
    }
    new Batches(
            mapping,
            new Filter(criteria),
            (arn, payload) -> invoke(payload, function),
            checkpoints,
            (m, shard, given, why, attempts) ->
                givenUp.add("%s %s %d".formatted(sequences(given), why, attempts)),
            pauses::add,
            new Journal(Clock.systemUTC()),
            Clock.fixed(NOW, ZoneOffset.UTC),
            disturbance)
        .process("shard", IntStream.of(records).mapToObj(BatchesTest::record).toList());
  }

  private Functions.Result invoke(byte[] payload, Function<Set<String>, String> function) {
    try {
      var sequences = new ArrayList<String>();
      for (var record : MAPPER.readTree(payload).path("Records")) {
        sequences.add(record.path("dynamodb").path("SequenceNumber").asText());
      }
      invocations.add(String.join(" ", sequences));
      var answer = function.apply(Set.copyOf(sequences));
      return new Functions.Result(answer.getBytes(UTF_8), answer.equals("fail"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StreamRecord record(int number) {
    var json = MAPPER.createObjectNode().put("odd", number % 2 == 1);
    json.putObject("dynamodb").put("SequenceNumber", Integer.toString(number));
    return new StreamRecord(Integer.toString(number), NOW.minusSeconds(10L * number), json);
  }

  private static String sequences(List<StreamRecord> records) {
    return String.join(" ", records.stream().map(StreamRecord::sequence).toList());
  }

  private static Mapping mapping(int batchSize, int retries, boolean bisects) {
    return new Mapping(
        "m",
        "f",
        "s",
        batchSize,
        Duration.ZERO,
        Optional.of(retries),
        Optional.empty(),
        bisects,
        true,
        Optional.empty(),
        false);
  }
}
