package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.local.template.Names;
import parley.local.template.Resource;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The resource type of queues, and what it may say. */
final class QueueTypes {

  static final String NAME = "AWS::SQS::Queue";

  /** Source: SQS' quotas. */
  static final int LARGEST_MESSAGE = 1_048_576;

  static final int LONGEST_DELAY = 900;
  static final int LONGEST_HIDDEN = 43_200;
  static final int LONGEST_WAIT = 20;

  private static final Map<String, int[]> RANGES =
      Map.of(
          "DelaySeconds", new int[] {0, LONGEST_DELAY},
          "MaximumMessageSize", new int[] {1024, LARGEST_MESSAGE},
          "MessageRetentionPeriod", new int[] {60, 1_209_600},
          "ReceiveMessageWaitTimeSeconds", new int[] {0, LONGEST_WAIT},
          "RedrivePolicy.maxReceiveCount", new int[] {1, 1000},
          "VisibilityTimeout", new int[] {0, LONGEST_HIDDEN});

  private static final ResourceType.Value URL =
      (names, id) ->
          "https://sqs.%s.amazonaws.com/%s/%s"
              .formatted(names.region(), names.account(), names.physical(id));

  static final ResourceType TYPE =
      new ResourceType(
          NAME,
          Set.of(
              "DelaySeconds",
              "MaximumMessageSize",
              "MessageRetentionPeriod",
              "ReceiveMessageWaitTimeSeconds",
              "RedriveAllowPolicy.redrivePermission",
              "RedriveAllowPolicy.sourceQueueArns",
              "RedrivePolicy.deadLetterTargetArn",
              "RedrivePolicy.maxReceiveCount",
              "VisibilityTimeout"),
          Set.of("KmsMasterKeyId", "SqsManagedSseEnabled", "Tags"),
          URL,
          Map.of(
              "Arn",
              (names, id) -> names.arn("sqs", names.physical(id)),
              "QueueName",
              Names::physical,
              "QueueUrl",
              URL));

  private QueueTypes() {}

  static Queue.Attributes attributes(Names names, Resource queue) {
    return new Queue.Attributes(
        names.physical(queue.id()),
        seconds(queue, "VisibilityTimeout", 30),
        seconds(queue, "MessageRetentionPeriod", 345_600),
        seconds(queue, "DelaySeconds", 0),
        seconds(queue, "ReceiveMessageWaitTimeSeconds", 0),
        queue.get("MaximumMessageSize").asInt(LARGEST_MESSAGE),
        Optional.of(queue.text("RedrivePolicy.deadLetterTargetArn"))
            .filter(arn -> !arn.isEmpty())
            .map(arn -> new Redrive(arn, queue.get("RedrivePolicy.maxReceiveCount").asInt())));
  }

  /** What a stack's queues say that cannot be, one sentence each. */
  static List<String> refusals(Stack stack) {
    var refusals = new ArrayList<String>();
    for (var queue : stack.all(NAME)) {
      RANGES.forEach(
          (property, range) -> {
            var value = queue.get(property);
            if (!value.isMissingNode()
                && (value.asInt(-1) < range[0] || value.asInt(-1) > range[1])) {
              refusals.add(
                  "%s: %s is %s; %d to %d are allowed"
                      .formatted(queue.id(), property, value.asText(), range[0], range[1]));
            }
          });
      if (!queue.get("RedrivePolicy").isMissingNode()) {
        refusals.addAll(redrive(stack, queue));
      }
    }
    return refusals;
  }

  private static List<String> redrive(Stack stack, Resource queue) {
    var target = queue.text("RedrivePolicy.deadLetterTargetArn");
    var dead =
        stack.all(NAME).stream()
            .filter(one -> arn(stack.names(), one.id()).equals(target))
            .findFirst();
    if (dead.isEmpty() || dead.get().id().equals(queue.id())) {
      return List.of(
          "%s: RedrivePolicy.deadLetterTargetArn is %s; it must be another queue of the stack"
              .formatted(queue.id(), target));
    }
    if (queue.get("RedrivePolicy.maxReceiveCount").isMissingNode()) {
      return List.of("%s: RedrivePolicy needs a maxReceiveCount".formatted(queue.id()));
    }
    return takesFrom(dead.get(), arn(stack.names(), queue.id()))
        ? List.of()
        : List.of(
            "%s: RedriveAllowPolicy does not allow messages of %s"
                .formatted(dead.get().id(), queue.id()));
  }

  private static boolean takesFrom(Resource dead, String queueArn) {
    return switch (dead.get("RedriveAllowPolicy.redrivePermission").asText("allowAll")) {
      case "allowAll" -> true;
      case "byQueue" ->
          dead.get("RedriveAllowPolicy.sourceQueueArns")
              .valueStream()
              .map(JsonNode::asText)
              .anyMatch(queueArn::equals);
      default -> false;
    };
  }

  private static String arn(Names names, String id) {
    return names.arn("sqs", names.physical(id));
  }

  private static Duration seconds(Resource queue, String property, int otherwise) {
    return Duration.ofSeconds(queue.get(property).asInt(otherwise));
  }
}
