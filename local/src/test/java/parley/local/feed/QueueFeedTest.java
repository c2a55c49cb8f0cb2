package parley.local.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.TurnedClock;
import parley.local.journal.Journal;
import parley.local.journal.Request;
import parley.local.queue.Queues;
import parley.local.stream.Disturbance;
import parley.local.stream.StreamRecord;
import parley.local.template.Names;

/** What Lambda does with the messages of a queue. */
@Timeout(60)
class QueueFeedTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();
  private static final String QUEUE = NAMES.arn("sqs", NAMES.physical("In"));
  private static final String DEAD = NAMES.arn("sqs", NAMES.physical("Dead"));
  private static final String HEAR = NAMES.arn("lambda", "function:" + NAMES.physical("Hear"));

  @TempDir private Path folder;
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-10T12:00:00Z"));
  private final FakeAuthority authority = new FakeAuthority();
  private final Journal journal = new Journal(clock);
  private final FakeFunctions functions = new FakeFunctions();
  private Queues queues;
  private QueueFeeds feeds;

  @BeforeEach
  void make() {
    queues = new Queues(folder, clock, line -> {});
    feeds = feeds(Disturbance.NONE);
  }

  @AfterEach
  void stop() {
    feeds.close();
  }

  @Test
  void aMessageIsHandedOverAsLambdaWritesIt() throws Exception {
    start("", event -> "");
    queues.pass(QUEUE, "hi");

    var record = next().path("Records").get(0);

    assertThat(record.path("messageId").asText()).hasSize(36);
    assertThat(record.path("receiptHandle").asText()).isNotEmpty();
    assertThat(record.path("body").asText()).isEqualTo("hi");
    assertThat(record.path("md5OfBody").asText()).isEqualTo("49f68a5c8493ec2c0bf489821c21fc3b");
    assertThat(record.path("attributes"))
        .isEqualTo(
            JSON.readTree(
                """
                {"ApproximateReceiveCount": "1", "SentTimestamp": "1773144000000", "SenderId": "111122223333",
                 "ApproximateFirstReceiveTimestamp": "1773144000000"}\
                """));
    assertThat(record.path("messageAttributes").isObject()).isTrue();
    assertThat(record.path("eventSource").asText()).isEqualTo("aws:sqs");
    assertThat(record.path("eventSourceARN").asText()).isEqualTo(QUEUE);
    assertThat(record.path("awsRegion").asText()).isEqualTo("us-east-1");
    awaitEmpty();
    assertThat(journal.newest())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.kind()).isEqualTo(Request.Kind.QUEUE);
              assertThat(request.what()).isEqualTo("Feed: 1 message");
            });
  }

  @Test
  void whatFailsComesBackWhenItsTimeIsOverAndIsGivenUpInTheEnd() throws Exception {
    start(
        "",
        event -> {
          throw new FakeFunctions.Thrown("deaf");
        });
    queues.pass(QUEUE, "poison");

    next();
    awaitRequests(1);
    clock.turn(Duration.ofSeconds(30));
    assertThat(next().at("/Records/0/attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
    awaitRequests(2);
    clock.turn(Duration.ofSeconds(30));

    awaitEmpty();
    assertThat(queues.newest(DEAD, 10)).containsExactly("poison");
    assertThat(journal.newest().getFirst().status()).isEqualTo("to be tried again");
  }

  @Test
  void onlyTheMessagesThatTheFunctionNamesComeBack() throws Exception {
    start(
        ", \"FunctionResponseTypes\": [\"ReportBatchItemFailures\"]",
        event -> {
          var failed = JSON.createObjectNode();
          var failures = failed.putArray("batchItemFailures");
          event
              .path("Records")
              .valueStream()
              .filter(record -> record.path("body").asText().equals("bad"))
              .forEach(
                  r -> failures.addObject().put("itemIdentifier", r.path("messageId").asText()));
          return failed.toString();
        },
        "good",
        "bad");

    var handed = next().path("Records").size();
    while (handed < 2) {
      handed += next().path("Records").size();
    }
    while (queues.newest(QUEUE, 10).size() > 1) {
      Thread.onSpinWait();
    }

    assertThat(queues.newest(QUEUE, 10)).containsExactly("bad");
  }

  @Test
  void aBatchIsGatheredUntilItIsFull() throws Exception {
    start(", \"BatchSize\": 2, \"MaximumBatchingWindowInSeconds\": 300", event -> "");
    queues.pass(QUEUE, "one");
    queues.pass(QUEUE, "two");

    assertThat(next().path("Records").findValuesAsText("body"))
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void messagesAreHandedOverAsADisturbanceSays() throws Exception {
    feeds = feeds(new Twice());
    start("", event -> "");
    queues.pass(QUEUE, "hi");

    assertThat(next()).isEqualTo(next());
    awaitEmpty();
  }

  @Test
  void aRoleThatMayNotReceiveStopsTheStart() {
    authority.deny("sqs:DeleteMessage");

    assertThatThrownBy(() -> start("", event -> ""))
        .hasMessageStartingWith(
            "Feed: The provided execution role does not have permissions to call DeleteMessage on"
                + " SQS");
    assertThat(authority.accesses())
        .containsExactly("sqs:ReceiveMessage on " + QUEUE, "sqs:DeleteMessage on " + QUEUE);
  }

  @Test
  void whatAMappingCannotSayIsToldWithWhatItCan() throws Exception {
    assertThat(
            QueueFeeds.refusals(
                stack(
                    """
                    , "BatchSize": 11, "StartingPosition": "LATEST", "FilterCriteria": {"Filters": [{"Pattern": "{}"}]},
                    "MaximumBatchingWindowInSeconds": 0, "ScalingConfig": {"MaximumConcurrency": 1}\
                    """,
                    31)))
        .containsExactly(
            "Feed: StartingPosition is for streams, and not for queues: remove it",
            "Feed: FilterCriteria are implemented for tables' streams only",
            "Feed: BatchSize is 11; 1 to 10 are allowed, and up to 10000 where"
                + " MaximumBatchingWindowInSeconds is at least 1",
            "Feed: ScalingConfig.MaximumConcurrency is 1; 2 to 1000 are allowed",
            "Feed: Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds");
  }

  private void start(String settings, Function<JsonNode, String> function, String... before)
      throws Exception {
    var stack = stack(settings, 30);
    queues.start(stack);
    List.of(before).forEach(body -> queues.pass(QUEUE, body));
    functions.withArn(HEAR, function);
    feeds.start(stack);
  }

  private FakeStack stack(String settings, int timeout) throws Exception {
    return new FakeStack(
        NAMES,
        """
        {"In": {"Type": "AWS::SQS::Queue", "Properties":
           {"RedrivePolicy": {"deadLetterTargetArn": "{{Dead.Arn}}", "maxReceiveCount": 2}}},
         "Dead": {"Type": "AWS::SQS::Queue", "Properties": {}},
         "Hear": {"Type": "AWS::Lambda::Function", "Properties": {"Timeout": %d,
           "Role": "arn:aws:iam::111122223333:role/hear"}},
         "Feed": {"Type": "AWS::Lambda::EventSourceMapping", "Properties":
           {"EventSourceArn": "{{In.Arn}}", "FunctionName": "%s"%s}}}\
        """
            .formatted(timeout, HEAR, settings),
        List.of(queues));
  }

  private QueueFeeds feeds(Disturbance disturbance) {
    return new QueueFeeds(
        1, functions, queues, authority.guard(), journal, disturbance, line -> {});
  }

  private JsonNode next() throws InterruptedException {
    return functions.seenBy(HEAR).poll(30, TimeUnit.SECONDS);
  }

  private void awaitEmpty() {
    while (!queues.newest(QUEUE, 1).isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private void awaitRequests(int count) {
    while (journal.newest().stream().filter(request -> request.took().isPresent()).count()
        < count) {
      Thread.onSpinWait();
    }
  }

  /** Each batch of messages again. */
  private static final class Twice implements Disturbance {

    @Override
    public List<List<StreamRecord>> arrange(String mapping, List<StreamRecord> records) {
      return List.of(records);
    }

    @Override
    public <T> List<List<T>> arrangeMessages(String mapping, List<T> messages) {
      return List.of(messages, messages);
    }
  }
}
