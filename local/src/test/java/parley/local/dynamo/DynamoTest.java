package parley.local.dynamo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.Part;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.journal.Journal;
import parley.local.lambda.Functions;
import parley.local.queue.Queues;
import parley.local.stream.Disturbance;
import parley.local.stream.Mappings;
import parley.local.template.Names;
import parley.local.template.ResolvedStack;
import parley.local.template.ResourceType;
import parley.local.template.Template;

/** Against the real DynamoDB Local, in memory. */
class DynamoTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Names NAMES =
      new Names(
          "test",
          "us-east-1",
          "000000000000",
          URI.create("http://localhost:4400"),
          URI.create("http://localhost:4401"),
          URI.create("http://localhost:4402"));

  private static final String TABLE =
      """
      {"Type": "AWS::DynamoDB::GlobalTable", "Properties": {
        "AttributeDefinitions": [{"AttributeName": "%1$s", "AttributeType": "S"}],
        "KeySchema": [{"AttributeName": "%1$s", "KeyType": "HASH"}],
        "StreamSpecification": {"StreamViewType": "NEW_IMAGE"},
        "TimeToLiveSpecification": {"AttributeName": "expires", "Enabled": true}}}
      """;

  private static final String FUNCTION =
      """
      {"Type": "AWS::Lambda::Function", "Properties": {"Role": "arn:aws:iam::000000000000:role/feed"}}
      """;

  private static final String MAPPING =
      """
      {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"FunctionName": {"Ref": "Feed"},
        "EventSourceArn": {"Fn::GetAtt": ["Log", "StreamArn"]}, "StartingPosition": "TRIM_HORIZON",
        "DestinationConfig": {"OnFailure": {"Destination": "arn:aws:sqs:us-east-1:000000000000:failed"}},
        "FilterCriteria": {"Filters": [{"Pattern": "{\\"eventName\\":[\\"INSERT\\"]}"}]}}}
      """;

  @TempDir private static Path folder;

  private static Dynamo dynamo;
  private static ResolvedStack stack;

  @BeforeAll
  static void start() throws IOException {
    dynamo =
        new Dynamo(
            new Dynamo.Options(
                folder, Path.of("dynamodb/target/dynamodb-local").toAbsolutePath(), true),
            System.err::println);
    stack = stack("id", dynamo);
    dynamo.start(stack);
    dynamo.awaitReady();
  }

  @AfterAll
  static void close() {
    dynamo.close();
  }

  @Test
  void callsArePassedOnAndAnsweredAsDynamoDbDoes() throws Exception {
    put("Items", "{\"id\": {\"S\": \"a\"}, \"n\": {\"N\": \"1\"}}");

    var answer =
        call(
            "GetItem",
            "{\"TableName\": \"%s\", \"Key\": {\"id\": {\"S\": \"a\"}}}"
                .formatted(NAMES.physical("Items")));
    assertThat(answer.path("Item").path("n").path("N").asText()).isEqualTo("1");
    assertThat(call("GetItem", "{}").path("__type").asText()).contains("ValidationException");
  }

  @Test
  void whatHasExpiredIsDeletedAndNothingElse() throws Exception {
    var now = Instant.parse("2026-06-01T00:00:00Z");
    put(
        "Items",
        "{\"id\": {\"S\": \"old\"}, \"expires\": {\"N\": \"%d\"}}"
            .formatted(now.getEpochSecond() - 1));
    put(
        "Items",
        "{\"id\": {\"S\": \"new\"}, \"expires\": {\"N\": \"%d\"}}"
            .formatted(now.getEpochSecond() + 1));
    put("Items", "{\"id\": {\"S\": \"text\"}, \"expires\": {\"S\": \"1\"}}");
    put("Items", "{\"id\": {\"S\": \"ancient\"}, \"expires\": {\"N\": \"7\"}}");

    try (var expiry = new Expiry(dynamo.client(), Clock.fixed(now, ZoneOffset.UTC))) {
      expiry.sweep(NAMES.physical("Items"), "expires");
    }

    assertThat(
            call("Scan", "{\"TableName\": \"%s\"}".formatted(NAMES.physical("Items")))
                .path("Items"))
        .extracting(item -> item.path("id").path("S").asText())
        .contains("new", "text", "ancient")
        .doesNotContain("old");
  }

  @Test
  void anInsertReachesTheFunctionOnceAsLambdaWritesIt() throws Exception {
    var events = new LinkedBlockingQueue<JsonNode>();
    put("Log", "{\"id\": {\"S\": \"first\"}}");
    var first = mappings(events);
    first.start(stack);
    assertThat(id(next(events))).isEqualTo("first");
    put("Log", "{\"id\": {\"S\": \"first\"}, \"changed\": {\"BOOL\": true}}");
    put("Log", "{\"id\": {\"S\": \"second\"}}");
    var second = next(events);
    first.close();

    var restarted = mappings(events);
    restarted.start(stack);
    put("Log", "{\"id\": {\"S\": \"third\"}}");
    assertThat(id(next(events))).isEqualTo("third");
    restarted.close();

    assertThat(id(second)).isEqualTo("second");
    assertThat(second.path("eventSourceARN").asText())
        .isEqualTo(
            NAMES.arn(
                "dynamodb",
                "table/%s/stream/2026-01-01T00:00:00.000".formatted(NAMES.physical("Log"))));
    assertThat(second.path("awsRegion").asText()).isEqualTo("us-east-1");
    assertThat(second.path("eventSource").asText()).isEqualTo("aws:dynamodb");
    assertThat(second.path("eventName").asText()).isEqualTo("INSERT");
    assertThat(second.path("dynamodb").properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "ApproximateCreationDateTime",
            "Keys",
            "NewImage",
            "SequenceNumber",
            "SizeBytes",
            "StreamViewType");
  }

  @Test
  void aTableOfOtherKeysStopsTheStart() {
    var tables = new Tables(dynamo.client());

    assertThatThrownBy(
            () -> tables.create(NAMES.physical("Items"), stack("other", dynamo).get("Items")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the table Items has keys [HASH id]")
        .hasMessageContaining("--empty");
  }

  private static Mappings mappings(LinkedBlockingQueue<JsonNode> events) {
    return new Mappings(
        new Mappings.Settings(
            folder.resolve("streams"), Duration.ofMillis(5), Clock.systemUTC(), Disturbance.NONE),
        arn -> new TableStream(dynamo, arn, NAMES.region()),
        (arn, payload) -> {
          try {
            MAPPER.readTree(payload).path("Records").forEach(events::add);
            return new Functions.Result("{}".getBytes(StandardCharsets.UTF_8), false);
          } catch (IOException e) {
            throw new IllegalArgumentException(e);
          }
        },
        new Queues(folder.resolve("queues"), Clock.systemUTC(), System.err::println),
        new FakeAuthority().guard(),
        new Journal(Clock.systemUTC()),
        System.err::println);
  }

  private static JsonNode next(LinkedBlockingQueue<JsonNode> events) throws InterruptedException {
    var event = events.poll(20, TimeUnit.SECONDS);
    assertThat(event).as("an event within 20 s").isNotNull();
    return event;
  }

  private static String id(JsonNode event) {
    return event.path("dynamodb").path("NewImage").path("id").path("S").asText();
  }

  private static void put(String table, String item) throws Exception {
    call("PutItem", "{\"TableName\": \"%s\", \"Item\": %s}".formatted(NAMES.physical(table), item));
  }

  private static JsonNode call(String operation, String input) throws Exception {
    var answer =
        new DynamoApi(dynamo, NAMES)
            .answer(
                new AwsCall(
                    new Caller.Administrator("test"),
                    "dynamodb",
                    "POST",
                    "/",
                    "",
                    Map.of("x-amz-target", "DynamoDB_20120810." + operation),
                    input.getBytes(StandardCharsets.UTF_8)));
    return MAPPER.readTree(answer.body());
  }

  private static ResolvedStack stack(String key, Part... parts) throws IOException {
    var types =
        Stream.concat(List.of(parts).stream(), Stream.of(mappings(new LinkedBlockingQueue<>())))
            .flatMap(part -> part.types().stream());
    var function =
        new ResourceType(
            "AWS::Lambda::Function", Set.of(), Set.of("Role"), Names::physical, Map.of());
    var table = TABLE.formatted(key);
    return Template.resolve(
        MAPPER.readTree(
            "{\"Resources\": {\"Items\": %s, \"Log\": %s, \"Feed\": %s, \"Mapping\": %s}}"
                .formatted(table, table, FUNCTION, MAPPING)),
        NAMES,
        Stream.concat(types, Stream.of(function)).toList());
  }
}
