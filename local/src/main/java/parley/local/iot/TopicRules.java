package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parley.local.aws.AwsApis;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.JsonApi;

/**
 * The stack's rules. What a rule cannot pass on is lost, as it is on AWS where a rule has no other
 * action for that.
 *
 * @param rules those that are enabled
 * @param aws what queues are reached by
 * @param console is told of what is lost
 */
record TopicRules(List<TopicRule> rules, AwsApis aws, Consumer<String> console) {

  /** Passes a message on by every rule that is about it. */
  void apply(Sql.Message message) {
    for (var rule : rules) {
      rule.sql().select(message).ifPresent(selected -> send(rule, selected));
    }
  }

  private void send(TopicRule rule, JsonNode selected) {
    var input =
        JsonApi.object().put("QueueUrl", rule.queueUrl()).put("MessageBody", selected.toString());
    var call =
        new AwsCall(
            new Caller.Service(rule.id(), rule.role()),
            "sqs",
            "POST",
            "/",
            "",
            Map.of("x-amz-target", aws.target("sqs", "SendMessage")),
            input.toString().getBytes(UTF_8));
    var answer = aws.answer(call);
    if (answer.status() != 200) {
      console.accept(
          "%s could not pass on a message: %s"
              .formatted(rule.id(), new String(answer.body(), UTF_8)));
    }
  }
}
