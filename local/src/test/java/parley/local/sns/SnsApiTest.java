package parley.local.sns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.Unmapped;
import parley.local.iam.Access;

class SnsApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEMPLATE =
      """
      {"Alarms": {"Type": "AWS::SNS::Topic", "Properties": {}},
       "Quiet": {"Type": "AWS::SNS::Topic", "Properties": {}},
       "Phone": {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": "{{Alarms}}", "Protocol": "sms", "Endpoint": "+15550100"}},
       "Mail": {"Type": "AWS::SNS::Subscription", "Properties": {"TopicArn": "{{Alarms}}", "Protocol": "email", "Endpoint": "ops@example.com"}}}
      """;

  @TempDir private Path folder;
  private Path sent;
  private SnsApi api;
  private String topic;
  private String quiet;

  @BeforeEach
  void start() throws Exception {
    sent = folder.resolve("sent.jsonl");
    var clock = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    var topics = new Topics(sent, clock, line -> {});
    var names = FakeStack.freeNames();
    topics.start(new FakeStack(names, TEMPLATE, List.of(topics)));
    api = new SnsApi(topics);
    topic = names.arn("sns", names.physical("Alarms"));
    quiet = names.arn("sns", names.physical("Quiet"));
  }

  @Test
  void whatIsPublishedIsListedForEachWhoSubscribed() throws Exception {
    var answer = api.answer(publish(topic, "a%20%26%20b"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(new String(answer.body(), UTF_8)).contains("<MessageId>");
    assertThat(Files.readAllLines(sent).stream().map(SnsApiTest::read))
        .containsExactlyInAnyOrder(
            new Notification("2026-11-24T12:00:00Z", topic, "sms", "+15550100", "", "a & b"),
            new Notification(
                "2026-11-24T12:00:00Z", topic, "email", "ops@example.com", "", "a & b"));
  }

  @Test
  void aTopicWithoutSubscribersTakesItAndNothingGoesOut() {
    assertThat(api.answer(publish(quiet, "x")).status()).isEqualTo(200);
    assertThat(sent).doesNotExist();
  }

  @Test
  void itNeedsPublishOnThatTopicAlone() throws Exception {
    assertThat(api.accesses(publish(topic, "x"))).containsExactly(new Access("sns:Publish", topic));
    assertThatThrownBy(() -> api.accesses(call("Action=Publish&PhoneNumber=%2B15550100&Message=x")))
        .isInstanceOf(Unmapped.class);
  }

  @Test
  void whatItDoesNotKnowIsRefused() {
    assertThat(api.answer(call("Action=CreateTopic&Name=x")).status()).isEqualTo(400);
    assertThat(api.answer(publish(topic, "x&MessageStructure=json")).status()).isEqualTo(400);
    assertThat(api.answer(publish(topic, "")).status()).isEqualTo(400);
    assertThat(api.answer(publish(topic + "x", "x")).status()).isEqualTo(404);
    assertThat(sent).doesNotExist();
  }

  private static AwsCall publish(String topic, String message) {
    return call(
        "Action=Publish&Version=2010-03-31&TopicArn=%s&Message=%s".formatted(topic, message));
  }

  private static AwsCall call(String form) {
    return new AwsCall(
        new Caller.Administrator("me"), "sns", "POST", "/", "", Map.of(), form.getBytes(UTF_8));
  }

  private static Notification read(String line) {
    try {
      return JSON.readValue(line, Notification.class);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
