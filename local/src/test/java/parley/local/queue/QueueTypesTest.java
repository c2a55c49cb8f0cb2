package parley.local.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.local.FakeStack;

/** What a template may say of queues. */
class QueueTypesTest {

  @Test
  void queuesThatFeedAndTakeWhatFailedAreFine() throws Exception {
    assertThat(
            refusals(
                """
                {"In": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 60, "DelaySeconds": 5,
                   "RedrivePolicy": {"deadLetterTargetArn": "{{Dead.Arn}}", "maxReceiveCount": 3}}},
                 "Dead": {"Type": "AWS::SQS::Queue", "Properties": {"RedriveAllowPolicy":
                   {"redrivePermission": "byQueue", "sourceQueueArns": ["{{In.Arn}}"]}}}}"""))
        .isEmpty();
  }

  @Test
  void whatCannotBeIsSaidWithWhatIsAllowed() throws Exception {
    assertThat(
            refusals(
                """
                {"Slow": {"Type": "AWS::SQS::Queue", "Properties": {"DelaySeconds": 901}},
                 "Lost": {"Type": "AWS::SQS::Queue", "Properties": {
                   "RedrivePolicy": {"deadLetterTargetArn": "arn:aws:sqs:us-east-1:1:none", "maxReceiveCount": 3}}},
                 "Own": {"Type": "AWS::SQS::Queue", "Properties": {
                   "RedrivePolicy": {"deadLetterTargetArn": "{{Own.Arn}}", "maxReceiveCount": 3}}},
                 "Barred": {"Type": "AWS::SQS::Queue", "Properties": {
                   "RedrivePolicy": {"deadLetterTargetArn": "{{Closed.Arn}}", "maxReceiveCount": 0}}},
                 "Closed": {"Type": "AWS::SQS::Queue", "Properties":
                   {"RedriveAllowPolicy": {"redrivePermission": "denyAll"}}}}"""))
        .satisfiesExactlyInAnyOrder(
            one -> assertThat(one).isEqualTo("Slow: DelaySeconds is 901; 0 to 900 are allowed"),
            one ->
                assertThat(one)
                    .startsWith(
                        "Lost: RedrivePolicy.deadLetterTargetArn is arn:aws:sqs:us-east-1:1:none;"),
            one -> assertThat(one).startsWith("Own: RedrivePolicy.deadLetterTargetArn is "),
            one ->
                assertThat(one)
                    .isEqualTo("Barred: RedrivePolicy.maxReceiveCount is 0; 1 to 1000 are allowed"),
            one ->
                assertThat(one)
                    .isEqualTo("Closed: RedriveAllowPolicy does not allow messages of Barred"));
  }

  private static List<String> refusals(String template) throws Exception {
    var queues = new Queues(Path.of(""), Clock.systemUTC(), line -> {});
    return QueueTypes.refusals(new FakeStack(FakeStack.freeNames(), template, List.of(queues)));
  }
}
