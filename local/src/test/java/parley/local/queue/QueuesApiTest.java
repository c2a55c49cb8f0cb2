package parley.local.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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

class QueuesApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Names NAMES = FakeStack.freeNames();
  private static final String ARN = NAMES.arn("sqs", NAMES.physical("Failed"));
  private static final String URL =
      "%s/111122223333/%s".formatted(NAMES.aws(), NAMES.physical("Failed"));

  @TempDir private Path folder;
  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-10T12:00:00Z"));
  private Queues queues;
  private AwsApi api;

  @BeforeEach
  void start() throws IOException {
    queues = queues(clock);
    api = QueuesApi.of(queues, NAMES);
  }

  @Test
  void aQueueIsFoundByItsName() throws Exception {
    assertThat(ask("ListQueues", "{}").path("QueueUrls").get(0).asText()).isEqualTo(URL);
    assertThat(
            ask("GetQueueUrl", "{'QueueName': '%s'}".formatted(NAMES.physical("Failed")))
                .path("QueueUrl")
                .asText())
        .isEqualTo(URL);
  }

  @Test
  void aMessageIsReceivedOnceUntilItsTimeIsOver() throws Exception {
    send("{\"a\":1}");
    var first = receive("'VisibilityTimeout': 60, 'AttributeNames': ['All']").get(0);

    assertThat(first.path("Body").asText()).isEqualTo("{\"a\":1}");
    assertThat(first.path("MD5OfBody").asText()).isEqualTo("bb6cb5c68df4652941caf652a366f2d8");
    assertThat(first.at("/Attributes/ApproximateReceiveCount").asText()).isEqualTo("1");
    assertThat(receive("'MaxNumberOfMessages': 10")).isEmpty();
    assertThat(attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("1");

    clock.turn(Duration.ofSeconds(61));
    var again = receive("'MessageSystemAttributeNames': ['ApproximateReceiveCount']").get(0);

    assertThat(again.path("MessageId")).isEqualTo(first.path("MessageId"));
    assertThat(again.at("/Attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
  }

  @Test
  void whatIsDeletedIsGoneAlsoAfterAnotherStart() throws Exception {
    send("{\"a\":1}");
    send("{\"a\":2}");
    var receipt = receive("'VisibilityTimeout': 0").get(0).path("ReceiptHandle").asText();
    ask("DeleteMessage", "{'QueueUrl': 'URL', 'ReceiptHandle': '%s'}".formatted(receipt));

    api = QueuesApi.of(queues(clock), NAMES);

    assertThat(receive("'MaxNumberOfMessages': 10"))
        .singleElement()
        .satisfies(left -> assertThat(left.path("Body").asText()).isEqualTo("{\"a\":2}"));
  }

  @Test
  void whatIsOlderThanTheRetentionIsGone() throws Exception {
    send("{\"a\":1}");
    clock.turn(Duration.ofSeconds(1001));

    assertThat(receive("'MaxNumberOfMessages': 10")).isEmpty();
  }

  @Test
  void aReceiverWaitsForAMessage() throws Exception {
    var received = CompletableFuture.supplyAsync(() -> patient());
    send("{\"a\":1}");

    assertThat(received.get(20, TimeUnit.SECONDS).path("Messages")).hasSize(1);
  }

  @Test
  void whatCannotBeDoneIsSaid() throws Exception {
    assertThat(
            ask("ReceiveMessage", "{'QueueUrl': 'https://sqs/1/nobody'}").path("__type").asText())
        .isEqualTo("com.amazonaws.sqs#QueueDoesNotExist");
    assertThat(
            ask("ReceiveMessage", "{'QueueUrl': 'URL', 'MaxNumberOfMessages': 11}")
                .path("message")
                .asText())
        .isEqualTo("MaxNumberOfMessages is 11: 1 to 10 are allowed");
    assertThat(
            ask("GetQueueAttributes", "{'QueueUrl': 'URL', 'AttributeNames': ['Color']}")
                .path("message")
                .asText())
        .startsWith("the attribute Color is not known: All, QueueArn, ");
  }

  @Test
  void whatIsSentWithAttributesIsReceivedWithThoseThatAreAskedFor() throws Exception {
    var sent =
        ask(
            "SendMessage",
            "{'QueueUrl': 'URL', 'MessageBody': 'hi', 'MessageAttributes': {"
                + "'kind': {'DataType': 'String', 'StringValue': 'sms'},"
                + "'raw': {'DataType': 'Binary', 'BinaryValue': 'AAE='}}}");

    assertThat(sent.path("MD5OfMessageBody").asText())
        .isEqualTo("49f68a5c8493ec2c0bf489821c21fc3b");
    var received = receive("'MessageAttributeNames': ['k.*', 'kind']").get(0);
    assertThat(received.path("MessageId")).isEqualTo(sent.path("MessageId"));
    assertThat(received.path("MessageAttributes"))
        .isEqualTo(
            JSON.readTree("{\"kind\": {\"DataType\": \"String\", \"StringValue\": \"sms\"}}"));
    assertThat(received.path("MD5OfMessageAttributes").asText()).hasSize(32);
  }

  @Test
  void attributesAreDigestedAsSqsDoes() throws Exception {
    var attributes = JSON.readTree("{\"a\": {\"DataType\": \"String\", \"StringValue\": \"b\"}}");
    var bytes =
        new byte[] {0, 0, 0, 1, 'a', 0, 0, 0, 6, 'S', 't', 'r', 'i', 'n', 'g', 1, 0, 0, 0, 1, 'b'};

    assertThat(MessageAttributes.md5(attributes))
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes)));
  }

  @Test
  void eachEntryOfABatchSucceedsOrFailsByItself() throws Exception {
    var sent =
        ask(
            "SendMessageBatch",
            "{'QueueUrl': 'URL', 'Entries': [{'Id': 'a', 'MessageBody': 'one'},"
                + " {'Id': 'b', 'MessageBody': ''}, {'Id': 'c', 'MessageBody': 'two', 'DelaySeconds': 5}]}");

    assertThat(sent.path("Successful").findValuesAsText("Id")).containsExactly("a", "c");
    assertThat(sent.at("/Failed/0/Code").asText()).isEqualTo("MissingParameter");
    var receipt = receive("'MaxNumberOfMessages': 10").get(0).path("ReceiptHandle").asText();
    assertThat(attribute("ApproximateNumberOfMessagesDelayed")).isEqualTo("1");

    ask(
        "ChangeMessageVisibilityBatch",
        "{'QueueUrl': 'URL', 'Entries': [{'Id': 'a', 'ReceiptHandle': '%s', 'VisibilityTimeout': 0}]}"
            .formatted(receipt));
    var again = receive("'MaxNumberOfMessages': 10").get(0).path("ReceiptHandle").asText();
    ask(
        "DeleteMessageBatch",
        "{'QueueUrl': 'URL', 'Entries': [{'Id': 'a', 'ReceiptHandle': '%s'}]}".formatted(again));
    assertThat(attribute("ApproximateNumberOfMessagesNotVisible")).isEqualTo("0");
  }

  @Test
  void aBatchNeedsThePermissionOfOne() throws Exception {
    assertThat(api.accesses(call("SendMessageBatch", "{'QueueUrl': 'URL'}")))
        .containsExactly(new Access("sqs:SendMessage", ARN));
    assertThat(api.accesses(call("DeleteMessageBatch", "{'QueueUrl': 'URL'}")))
        .containsExactly(new Access("sqs:DeleteMessage", ARN));
  }

  @Test
  void aMessageWhoseTimeCannotBeChangedIsToldOf() throws Exception {
    assertThat(
            ask(
                    "ChangeMessageVisibility",
                    "{'QueueUrl': 'URL', 'ReceiptHandle': 'none', 'VisibilityTimeout': 5}")
                .path("__type")
                .asText())
        .isEqualTo("com.amazonaws.sqs#ReceiptHandleIsInvalid");
  }

  private Queues queues(Clock clock) throws IOException {
    var queues = new Queues(folder, clock, line -> {});
    queues.start(
        new FakeStack(
            NAMES,
            """
            {"Failed": {"Type": "AWS::SQS::Queue", "Properties": {"MessageRetentionPeriod": 1000}}}""",
            List.of(queues)));
    return queues;
  }

  private void send(String body) throws IOException {
    queues.send(ARN, JSON.readTree(body));
  }

  private JsonNode patient() {
    try {
      return ask("ReceiveMessage", "{'QueueUrl': 'URL', 'WaitTimeSeconds': 20}");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode receive(String input) throws Exception {
    return ask("ReceiveMessage", "{'QueueUrl': 'URL', %s}".formatted(input)).path("Messages");
  }

  private String attribute(String name) throws Exception {
    return ask(
            "GetQueueAttributes", "{'QueueUrl': 'URL', 'AttributeNames': ['%s']}".formatted(name))
        .at("/Attributes/" + name)
        .asText();
  }

  private JsonNode ask(String operation, String input) throws Exception {
    return JSON.readTree(api.answer(call(operation, input)).body());
  }

  private static AwsCall call(String operation, String input) {
    return new AwsCall(
        new Caller.Administrator("developer"),
        "sqs",
        "POST",
        "/",
        "",
        Map.of("x-amz-target", "AmazonSQS." + operation),
        input.replace('\'', '"').replace("URL\"", URL + "\"").getBytes(UTF_8));
  }
}
