package parley.local.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import parley.local.aws.AwsApis;
import parley.local.aws.AwsCall;
import parley.local.aws.Caller;
import parley.local.aws.JsonApi;
import parley.local.iam.Access;
import parley.local.iam.Guard;
import parley.local.iam.Principal;
import parley.local.journal.Journal;
import parley.local.journal.Request.Kind;
import parley.local.lambda.Functions;
import parley.local.queue.Queues;
import parley.local.template.Names;

/**
 * Sends events to functions and queues, by what they permit, and to streams, by the rules' roles.
 *
 * @param functions the stack's
 * @param aws what streams are reached by
 * @param queues the stack's; what was given up is left in one of them
 * @param guard whether a function permits it
 * @param journal is told of it
 * @param names the stack's
 */
public record Sender(
    Functions functions, AwsApis aws, Queues queues, Guard guard, Journal journal, Names names) {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What became of an attempt. */
  enum Outcome {
    TAKEN,
    /** It may go better the next time. */
    FAILED,
    /** It is not permitted, and will not be the next time. */
    REFUSED
  }

  /** Sends a target an event. */
  Outcome send(Target target, String event) {
    return journal.request(
        Kind.EVENT,
        target.id(),
        () ->
            switch (target.arn().split(":", 4)[2]) {
              case "kinesis" -> put(target, event);
              case "sqs" -> left(target, event);
              default -> invoked(target, event);
            },
        outcome -> outcome.name().toLowerCase(Locale.ROOT));
  }

  /** Leaves an event in the target's queue, where it has one that takes it. */
  void giveUp(Target target, String event) {
    target
        .deadLetters()
        .filter(queue -> permits(target, "sqs:SendMessage", queue))
        .ifPresent(queue -> queues.send(queue, tree(event)));
  }

  private boolean permits(Target target, String action, String resource) {
    var rule = new Principal.Service("events.amazonaws.com", target.rule(), names.account());
    return guard.check(rule, new Access(action, resource)).allowed();
  }

  private static JsonNode tree(String event) {
    try {
      return MAPPER.readTree(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is JSON", e);
    }
  }

  private Outcome invoked(Target target, String event) {
    if (!permits(target, "lambda:InvokeFunction", target.arn())) {
      return Outcome.REFUSED;
    }
    var result = functions.invoke(target.arn(), target.input(event).getBytes(UTF_8));
    return result.failed() ? Outcome.FAILED : Outcome.TAKEN;
  }

  private Outcome left(Target target, String event) {
    if (!permits(target, "sqs:SendMessage", target.arn())) {
      return Outcome.REFUSED;
    }
    queues.pass(target.arn(), target.input(event));
    return Outcome.TAKEN;
  }

  private Outcome put(Target target, String event) {
    var input =
        JsonApi.object()
            .put("StreamARN", target.arn())
            .put("PartitionKey", target.partitionKey(event))
            .put("Data", Base64.getEncoder().encodeToString(target.input(event).getBytes(UTF_8)));
    var session = new Principal.RoleSession(target.role(), "Events");
    var call =
        new AwsCall(
            new Caller.Service(target.id(), session),
            "kinesis",
            "POST",
            "/",
            "",
            Map.of("x-amz-target", aws.target("kinesis", "PutRecord")),
            input.toString().getBytes(UTF_8));
    var answer = aws.answer(call);
    if (answer.status() == 200) {
      return Outcome.TAKEN;
    }
    return new String(answer.body(), UTF_8).contains("AccessDenied")
        ? Outcome.REFUSED
        : Outcome.FAILED;
  }
}
