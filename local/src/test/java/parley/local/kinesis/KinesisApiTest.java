package parley.local.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.TurnedClock;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.iam.Access;
import parley.local.template.Names;

class KinesisApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();
  private static final String NAME = NAMES.physical("Events");
  private static final String TEMPLATE =
      """
      {"Events": {"Type": "AWS::Kinesis::Stream", "Properties":
        {"ShardCount": 2, "RetentionPeriodHours": 24, "StreamEncryption": {"EncryptionType": "KMS"}}}}
      """;

  @TempDir private Path folder;
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-10T12:00:00Z"));
  private AwsApi api;

  @BeforeEach
  void start() throws Exception {
    var streams = new Streams(folder, clock);
    streams.start(new FakeStack(NAMES, TEMPLATE, List.of(streams)));
    api = KinesisApi.of(streams, NAMES);
  }

  @Test
  void recordsOfOneKeyAreReadInTheOrderInWhichTheyCame() throws Exception {
    for (var i = 0; i < 20; i++) {
      put("ann", "a" + i);
      put("bob", "b" + i);
    }

    var shard = put("ann", "last").path("ShardId").asText();
    assertThat(read(shard, "'ShardIteratorType': 'TRIM_HORIZON'"))
        .filteredOn(text -> text.startsWith("a"))
        .hasSize(20)
        .isSortedAccordingTo(
            (one, other) ->
                Integer.parseInt(one.substring(1)) - Integer.parseInt(other.substring(1)));
  }

  @Test
  void keysAreSpreadOverTheShardsByTheirHashes() throws Exception {
    var shards = new HashSet<String>();
    for (var i = 0; i < 20; i++) {
      shards.add(put("key" + i, "x").path("ShardId").asText());
    }

    assertThat(shards).containsExactlyInAnyOrder("shardId-000000000000", "shardId-000000000001");
    assertThat(hashed("0")).isEqualTo("shardId-000000000000");
    assertThat(hashed("170141183460469231731687303715884105727")).isEqualTo("shardId-000000000000");
    assertThat(hashed("170141183460469231731687303715884105728")).isEqualTo("shardId-000000000001");
    assertThat(hashed("340282366920938463463374607431768211455")).isEqualTo("shardId-000000000001");
    var beyond = put("'ExplicitHashKey': '340282366920938463463374607431768211456',");
    assertThat(beyond.path("__type").asText()).isEqualTo("InvalidArgumentException");
  }

  @Test
  void sequenceNumbersGrowAlsoOverAnotherStart() throws Exception {
    var first = put("ann", "1").path("SequenceNumber").asText();
    clock.turn(Duration.ofHours(25));
    start();
    var second = put("ann", "2");

    assertThat(second.path("SequenceNumber").asText()).hasSize(56).isGreaterThan(first);
    assertThat(read(second.path("ShardId").asText(), "'ShardIteratorType': 'TRIM_HORIZON'"))
        .containsExactly("2");
  }

  @Test
  void aLineThatWasCutShortIsNoRecord() throws Exception {
    var shard = put("ann", "1").path("ShardId").asText();
    var file = folder.resolve(NAME).resolve(shard + ".jsonl");
    Files.writeString(file, "{\"number\":2,\"arr", StandardOpenOption.APPEND);
    start();
    put("ann", "2");

    assertThat(read(shard, "'ShardIteratorType': 'TRIM_HORIZON'")).containsExactly("1", "2");
  }

  @Test
  void aReadBeginsWhereItIsAsked() throws Exception {
    var first = put("ann", "1");
    clock.turn(Duration.ofMinutes(1));
    var second = put("ann", "2").path("SequenceNumber").asText();
    var shard = first.path("ShardId").asText();

    assertThat(read(shard, "'ShardIteratorType': 'LATEST'")).isEmpty();
    assertThat(at(shard, "AT_SEQUENCE_NUMBER", second)).containsExactly("2");
    assertThat(at(shard, "AFTER_SEQUENCE_NUMBER", second)).isEmpty();
    var time = clock.instant().minusSeconds(1).getEpochSecond();
    assertThat(read(shard, "'ShardIteratorType': 'AT_TIMESTAMP', 'Timestamp': " + time))
        .containsExactly("2");
  }

  @Test
  void aShardTakesAThousandRecordsASecondAndSaysWhichItDidNotTake() throws Exception {
    for (var i = 0; i < 999; i++) {
      put("ann", "x");
    }
    var both =
        ask(
            "PutRecords",
            "{'StreamName': '%1$s', 'Records': [%2$s, %2$s]}"
                .formatted(NAME, "{'PartitionKey': 'ann', 'Data': 'eA=='}"));

    assertThat(both.path("FailedRecordCount").asInt()).isEqualTo(1);
    assertThat(both.at("/Records/0/SequenceNumber").asText()).isNotEmpty();
    assertThat(both.at("/Records/1/ErrorCode").asText())
        .isEqualTo("ProvisionedThroughputExceededException");
    assertThat(put("ann", "x").path("__type").asText())
        .isEqualTo("ProvisionedThroughputExceededException");
    clock.turn(Duration.ofSeconds(1));
    assertThat(put("ann", "x").path("SequenceNumber").asText()).isNotEmpty();
  }

  @Test
  void whatIsTooLargeOrUnknownIsRefused() throws Exception {
    var large = "x".repeat((1 << 20) + 1);

    assertThat(put("ann", large).path("__type").asText()).isEqualTo("ValidationException");
    assertThat(put("ann", "x".repeat((1 << 20) - 2)).path("__type").asText())
        .isEqualTo("ValidationException");
    assertThat(put("ann", "x".repeat((1 << 20) - 3)).path("SequenceNumber").asText()).isNotEmpty();
    assertThat(put("", "x").path("__type").asText()).isEqualTo("ValidationException");
    var none = ask("PutRecords", "{'StreamName': '%s', 'Records': []}".formatted(NAME));
    assertThat(none.path("__type").asText()).isEqualTo("ValidationException");
    assertThat(
            ask("PutRecord", "{'StreamName': 'other', 'PartitionKey': 'a', 'Data': ''}")
                .path("__type")
                .asText())
        .isEqualTo("ResourceNotFoundException");
    assertThat(ask("GetRecords", "{'ShardIterator': 'eA=='}").path("__type").asText())
        .isIn("ResourceNotFoundException", "InvalidArgumentException");
  }

  @Test
  void whatIsNeededIsTheActionOnTheStream() throws Exception {
    var arn = NAMES.arn("kinesis", "stream/" + NAME);

    assertThat(api.accesses(call("PutRecords", "{'StreamName': '%s'}".formatted(NAME))))
        .containsExactly(new Access("kinesis:PutRecords", arn));
    assertThat(api.accesses(call("PutRecord", "{'StreamARN': '%s'}".formatted(arn))))
        .containsExactly(new Access("kinesis:PutRecord", arn));
    var iterator =
        ask(
                "GetShardIterator",
                "{'StreamName': '%s', 'ShardId': 'shardId-000000000000', 'ShardIteratorType': 'LATEST'}"
                    .formatted(NAME))
            .path("ShardIterator")
            .asText();
    assertThat(api.accesses(call("GetRecords", "{'ShardIterator': '%s'}".formatted(iterator))))
        .containsExactly(new Access("kinesis:GetRecords", arn));
  }

  private String hashed(String hash) throws Exception {
    return put("'ExplicitHashKey': '%s',".formatted(hash)).path("ShardId").asText();
  }

  private JsonNode put(String more) throws Exception {
    return ask(
        "PutRecord",
        "{'StreamName': '%s', %s 'PartitionKey': 'k', 'Data': ''}".formatted(NAME, more));
  }

  private JsonNode put(String key, String text) throws Exception {
    var data = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    return ask(
        "PutRecord",
        "{'StreamName': '%s', 'PartitionKey': '%s', 'Data': '%s'}".formatted(NAME, key, data));
  }

  private List<String> at(String shard, String type, String sequence) throws Exception {
    return read(
        shard,
        "'ShardIteratorType': '%s', 'StartingSequenceNumber': '%s'".formatted(type, sequence));
  }

  private List<String> read(String shard, String from) throws Exception {
    var iterator =
        ask(
                "GetShardIterator",
                "{'StreamName': '%s', 'ShardId': '%s', %s}".formatted(NAME, shard, from))
            .path("ShardIterator")
            .asText();
    var texts = new ArrayList<String>();
    ask("GetRecords", "{'ShardIterator': '%s'}".formatted(iterator))
        .path("Records")
        .forEach(
            record ->
                texts.add(
                    new String(Base64.getDecoder().decode(record.path("Data").asText()), UTF_8)));
    return texts;
  }

  private JsonNode ask(String operation, String input) throws Exception {
    return JSON.readTree(api.answer(call(operation, input)).body());
  }

  private static AwsCall call(String operation, String input) {
    return new AwsCall(
        new Caller.Administrator("you"),
        "kinesis",
        "POST",
        "/",
        "",
        Map.of("x-amz-target", "Kinesis_20131202." + operation),
        input.replace('\'', '"').getBytes(UTF_8));
  }
}
