package parley.local.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.local.template.Resource;
import parley.local.template.Stack;

/**
 * An event source mapping of a queue, as the template declares it.
 *
 * @param id its logical id
 * @param function the ARN of the function that is invoked
 * @param queue the queue's ARN
 * @param batchSize the most messages of one invocation
 * @param window how long to gather a batch that is not full
 * @param reportsFailures whether the function names the messages that failed
 * @param concurrency how many batches are handed over at once, at most
 */
record QueueMapping(
    String id,
    String function,
    String queue,
    int batchSize,
    Duration window,
    boolean reportsFailures,
    int concurrency) {

  private static final int USUAL_BATCH = 10;
  private static final int LARGEST_BATCH = 10_000;
  private static final int LONGEST_WINDOW = 300;

  /** What Lambda says of streams only. */
  private static final List<String> OF_STREAMS =
      List.of(
          "BisectBatchOnFunctionError",
          "DestinationConfig",
          "MaximumRecordAgeInSeconds",
          "MaximumRetryAttempts",
          "ParallelizationFactor",
          "StartingPosition");

  /** Whether a mapping is one of a queue. */
  static boolean is(Resource mapping) {
    return mapping.text("EventSourceArn").contains(":sqs:");
  }

  /**
   * Reads one.
   *
   * @param environments how many of a function's run at once, at most: more batches would only wait
   */
  static QueueMapping of(Resource mapping, int environments) {
    return new QueueMapping(
        mapping.id(),
        mapping.text("FunctionName"),
        mapping.text("EventSourceArn"),
        mapping.get("BatchSize").asInt(USUAL_BATCH),
        Duration.ofSeconds(mapping.get("MaximumBatchingWindowInSeconds").asInt(0)),
        mapping
            .get("FunctionResponseTypes")
            .valueStream()
            .anyMatch(type -> type.asText().equals("ReportBatchItemFailures")),
        Math.min(environments, mapping.get("ScalingConfig.MaximumConcurrency").asInt(1000)));
  }

  /** What such a mapping says that cannot be, one sentence each. */
  static List<String> refusals(Stack stack, Resource mapping) {
    var refusals = new ArrayList<String>();
    for (var property : OF_STREAMS) {
      if (!mapping.get(property).isMissingNode()) {
        refusals.add(
            "%s: %s is for streams, and not for queues: remove it"
                .formatted(mapping.id(), property));
      }
    }
    if (!mapping.get("FilterCriteria").isEmpty()) {
      refusals.add(
          "%s: FilterCriteria are implemented for tables' streams only".formatted(mapping.id()));
    }
    var size = mapping.get("BatchSize").asInt(USUAL_BATCH);
    var window = mapping.get("MaximumBatchingWindowInSeconds").asInt(0);
    if (size < 1 || size > LARGEST_BATCH || size > USUAL_BATCH && window < 1) {
      refusals.add(
          "%s: BatchSize is %d; 1 to 10 are allowed, and up to 10000 where MaximumBatchingWindowInSeconds is at least 1"
              .formatted(mapping.id(), size));
    }
    if (window < 0 || window > LONGEST_WINDOW) {
      refusals.add(
          "%s: MaximumBatchingWindowInSeconds is %d; 0 to 300 are allowed"
              .formatted(mapping.id(), window));
    }
    var concurrency = mapping.get("ScalingConfig.MaximumConcurrency").asInt(2);
    if (concurrency < 2 || concurrency > 1000) {
      refusals.add(
          "%s: ScalingConfig.MaximumConcurrency is %d; 2 to 1000 are allowed"
              .formatted(mapping.id(), concurrency));
    }
    refusals.addAll(times(stack, mapping));
    return refusals;
  }

  /** Lambda makes no mapping whose messages come back while the function still has them. */
  private static List<String> times(Stack stack, Resource mapping) {
    var names = stack.names();
    var queue =
        stack.all("AWS::SQS::Queue").stream()
            .filter(
                q ->
                    names.arn("sqs", names.physical(q.id())).equals(mapping.text("EventSourceArn")))
            .findFirst();
    if (queue.isEmpty()) {
      return List.of(
          "%s: EventSourceArn is %s, which is no queue of the stack"
              .formatted(mapping.id(), mapping.text("EventSourceArn")));
    }
    var visibility = queue.get().get("VisibilityTimeout").asInt(30);
    return stack.all("AWS::Lambda::Function").stream()
        .filter(f -> mapping.text("FunctionName").contains(names.physical(f.id())))
        .map(f -> f.get("Timeout").asInt(3))
        .filter(timeout -> visibility < timeout)
        .map(
            timeout ->
                "%s: Queue visibility timeout: %d seconds is less than Function timeout: %d seconds"
                    .formatted(mapping.id(), visibility, timeout))
        .toList();
  }
}
