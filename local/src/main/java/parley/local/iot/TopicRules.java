package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import parley.local.aws.AwsApis;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.JsonApi;

/**
 * The stack's rules. What neither a rule's action nor its error action takes is lost, as it is on
 * AWS.
 *
 * @param rules those that are enabled
 * @param aws what queues are reached by
 * @param console is told of what fails
 */
record TopicRules(List<TopicRule> rules, AwsApis aws, Consumer<String> console) {

  /** Passes a message on by every rule that is about it. */
  void apply(Sql.Message message) {
    for (var rule : rules) {
      rule.sql().select(message).ifPresent(selected -> act(rule, message, selected));
    }
  }

  private void act(TopicRule rule, Sql.Message message, JsonNode selected) {
    send(rule, rule.action(), selected)
        .ifPresent(
            error ->
                rule.onError()
                    .ifPresent(other -> send(rule, other, failure(rule, message, error))));
  }

  /** Sends it; the error where it was not taken. */
  private Optional<String> send(TopicRule rule, QueueAction action, JsonNode body) {
    var input =
        JsonApi.object().put("QueueUrl", action.queueUrl()).put("MessageBody", body.toString());
    var call =
        new AwsCall(
            new Caller.Service(rule.id(), action.role()),
            "sqs",
            "POST",
            "/",
            "",
            Map.of("x-amz-target", aws.target("sqs", "SendMessage")),
            input.toString().getBytes(UTF_8));
    var answer = aws.answer(call);
    if (answer.status() == 200) {
      return Optional.empty();
    }
    var error = new String(answer.body(), UTF_8);
    console.accept("%s could not pass on a message: %s".formatted(rule.id(), error));
    return Optional.of(error);
  }

  /** Source: the IoT Core developer guide, "Error handling (error action)". */
  private static JsonNode failure(TopicRule rule, Sql.Message message, String error) {
    var failure =
        JsonApi.object()
            .put("ruleName", rule.name())
            .put("topic", message.topic())
            .put("cloudwatchTraceId", message.trace())
            .put("clientId", message.clientId())
            .put("base64OriginalPayload", Base64.getEncoder().encodeToString(message.payload()));
    failure
        .putArray("failures")
        .addObject()
        .put("failedAction", "SqsAction")
        .put("failedResource", rule.action().queueUrl())
        .put("errorMessage", error);
    return failure;
  }
}
