package parley.local.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeAuthority;
import parley.local.FakeAws;
import parley.local.FakeFunctions;
import parley.local.FakeStack;
import parley.local.aws.AwsAnswer;
import parley.local.aws.AwsApi;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.iam.Access;
import parley.local.iam.Principal;
import parley.local.journal.Journal;
import parley.local.queue.Queues;
import parley.local.template.Names;

@Timeout(60)
class BusesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();
  private static final String TEMPLATE =
      """
      {"Bus": {"Type": "AWS::Events::EventBus", "Properties": {"Name": "chat"}},
       "Given": {"Type": "AWS::SQS::Queue", "Properties": {}},
       "Posted": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": "{{Bus}}",
         "EventPattern": {"source": ["parley"], "detail-type": ["message.posted"]},
         "Targets": [{"Id": "F", "Arn": "%s", "InputPath": "$.detail", "DeadLetterConfig": {"Arn": "{{Given.Arn}}"},
           "RetryPolicy": {"MaximumRetryAttempts": 1}}]}},
       "Queued": {"Type": "AWS::SQS::Queue", "Properties": {}},
       "Joined": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": "{{Bus}}",
         "EventPattern": {"detail-type": ["member.joined"]},
         "Targets": [{"Id": "Q", "Arn": "{{Queued.Arn}}", "InputPath": "$.detail"}]}},
       "All": {"Type": "AWS::Events::Rule", "Properties": {"EventBusName": "{{Bus}}",
         "EventPattern": {"source": ["parley"]}, "Targets": [{"Id": "S",
           "Arn": "arn:aws:kinesis:us-east-1:111122223333:stream/s", "RoleArn": "arn:aws:iam::111122223333:role/puts",
           "KinesisParameters": {"PartitionKeyPath": "$.detail.room"}}]}}}
      """
          .formatted(FakeFunctions.arn("hear"));

  @TempDir private Path folder;
  private final FakeAuthority authority = new FakeAuthority();
  private final FakeFunctions functions = new FakeFunctions().with("hear", event -> "{}");
  private final FakeAws kinesis = new FakeAws("kinesis");
  private final List<String> console = new CopyOnWriteArrayList<>();
  private Queues queues;
  private Buses buses;
  private AwsApi api;

  @BeforeEach
  void start() throws Exception {
    queues = new Queues(folder.resolve("queues"), Clock.systemUTC(), console::add);
    buses = new Buses(folder.resolve("events"), Clock.systemUTC(), console::add);
    buses.reach(
        new Sender(
            functions,
            kinesis.apis(authority),
            queues,
            authority.guard(),
            new Journal(Clock.systemUTC()),
            NAMES));
    var stack = new FakeStack(NAMES, TEMPLATE, List.of(queues, buses));
    queues.start(stack);
    buses.start(stack);
    api = EventsApi.of(buses, NAMES, Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    buses.close();
  }

  @Test
  void anEventGoesWhereItsRulesSayAndNowhereElse() throws Exception {
    put("message.posted", "{'room': 'r', 'seq': 7}");
    put("member.joined", "{'room': 'r', 'seq': 8}");

    assertThat(functions.seen("hear").poll(30, TimeUnit.SECONDS))
        .isEqualTo(JSON.readTree("{\"room\": \"r\", \"seq\": 7}"));
    awaitNothingLeft();
    assertThat(functions.seen("hear")).isEmpty();
    assertThat(kinesis.calls()).hasSize(2);
    var call = JSON.readTree(kinesis.calls().getFirst().body());
    assertThat(call.path("PartitionKey").asText()).isEqualTo("r");
    assertThat(JSON.readTree(call.path("Data").binaryValue()).path("source").asText())
        .isEqualTo("parley");
    assertThat(authority.accesses())
        .contains("lambda:InvokeFunction on " + FakeFunctions.arn("hear"));
  }

  @Test
  void whatATargetDoesNotTakeIsTriedAgain() throws Exception {
    var failures = new AtomicInteger(2);
    kinesis.answers(body -> AwsAnswer.json(failures.getAndDecrement() > 0 ? 400 : 200, "{}"));

    put("member.joined", "{'room': 'r'}");

    awaitNothingLeft();
    assertThat(kinesis.calls()).hasSize(3);
  }

  @Test
  void whatIsGivenUpLiesInTheTargetsQueue() throws Exception {
    functions.with(
        "hear",
        event -> {
          throw new FakeFunctions.Thrown("deaf");
        });

    put("message.posted", "{'room': 'r', 'seq': 7}");

    awaitNothingLeft();
    assertThat(given()).containsExactly(7);
    assertThat(functions.seen("hear")).hasSize(2);
    assertThat(console).anyMatch(line -> line.contains("Posted F was given up after 2 attempts"));
  }

  @Test
  void whatIsNotPermittedIsGivenUpAtOnce() throws Exception {
    authority.deny("lambda:InvokeFunction");
    authority.deny("kinesis:PutRecord");

    put("message.posted", "{'room': 'r', 'seq': 7}");

    awaitNothingLeft();
    assertThat(given()).containsExactly(7);
    assertThat(functions.seen("hear")).isEmpty();
    assertThat(kinesis.calls()).isEmpty();
  }

  @Test
  void aQueueIsSentWhatItsPolicyPermits() throws Exception {
    put("member.joined", "{'room': 'r', 'seq': 8}");

    awaitNothingLeft();
    var queue = NAMES.arn("sqs", NAMES.physical("Queued"));
    assertThat(queues.newest(queue, 10)).containsExactly("{\"room\":\"r\",\"seq\":8}");
    assertThat(authority.asked())
        .contains(
            new FakeAuthority.Asked(
                new Principal.Service(
                    "events.amazonaws.com",
                    NAMES.arn("events", "rule/chat/" + NAMES.physical("Joined")),
                    NAMES.account()),
                new Access("sqs:SendMessage", queue)));
  }

  @Test
  void aQueueThatDoesNotPermitItIsSentNothing() throws Exception {
    authority.deny("sqs:SendMessage");

    put("member.joined", "{'room': 'r', 'seq': 8}");

    awaitNothingLeft();
    assertThat(queues.newest(NAMES.arn("sqs", NAMES.physical("Queued")), 10)).isEmpty();
    assertThat(console).anyMatch(line -> line.contains("Joined Q was given up after 1 attempts"));
  }

  private List<Integer> given() throws Exception {
    var seqs = new ArrayList<Integer>();
    for (var event : queues.newest(NAMES.arn("sqs", NAMES.physical("Given")), 10)) {
      seqs.add(JSON.readTree(event).at("/detail/seq").asInt());
    }
    return seqs;
  }

  @Test
  void whatWasNotSentYetIsSentAfterAnotherStart() throws Exception {
    var left = new Pending(folder.resolve("events"));
    buses.close();
    left.add(new Pending.Sending("1", "All S", "{\"detail\": {\"room\": \"r\"}}"));
    left.add(new Pending.Sending("2", "Gone G", "{}"));
    start();

    awaitNothingLeft();
    assertThat(kinesis.calls()).hasSize(1);
  }

  @Test
  void whatIsNoEventIsRefused() throws Exception {
    assertThat(put("message.posted", "[1]").at("/Entries/0/ErrorCode").asText())
        .isEqualTo("MalformedDetail");
    assertThat(put("message.posted", "{").path("FailedEntryCount").asInt()).isEqualTo(1);
    assertThat(ask("{'Entries': []}").path("__type").asText()).isEqualTo("ValidationException");
    assertThat(
            ask("{'Entries': [{'EventBusName': 'other', 'Detail': '{}'}]}").path("__type").asText())
        .isEqualTo("ResourceNotFoundException");
    assertThat(api.accesses(call("{'Entries': [{'EventBusName': 'chat'}]}")))
        .containsExactly(new Access("events:PutEvents", NAMES.arn("events", "event-bus/chat")));
  }

  private void awaitNothingLeft() throws Exception {
    while (true) {
      try (var files = Files.list(folder.resolve("events"))) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
      Thread.onSpinWait();
    }
  }

  private JsonNode put(String type, String detail) throws Exception {
    var entry =
        JSON.createObjectNode()
            .put("EventBusName", "chat")
            .put("Source", "parley")
            .put("DetailType", type)
            .put("Detail", detail.replace('\'', '"'));
    var input = JSON.createObjectNode();
    input.putArray("Entries").add(entry);
    return JSON.readTree(api.answer(call(input.toString())).body());
  }

  private JsonNode ask(String input) throws Exception {
    return JSON.readTree(api.answer(call(input)).body());
  }

  private static AwsCall call(String input) {
    return new AwsCall(
        new Caller.Administrator("you"),
        "events",
        "POST",
        "/",
        "",
        Map.of("x-amz-target", "AWSEvents.PutEvents"),
        input.replace('\'', '"').getBytes(UTF_8));
  }
}
