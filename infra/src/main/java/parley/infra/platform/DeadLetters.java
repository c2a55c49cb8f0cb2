package parley.infra.platform;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Queues in which what was given up lies until a person looks at it. */
public final class DeadLetters {

  private DeadLetters() {}

  /**
   * Such a queue.
   *
   * @param keep whether it stays when it is taken out of the stack
   */
  public static Queue queue(Construct scope, String id, boolean keep) {
    var queue = made(scope, id, keep);
    Accepted.NO_FURTHER_QUEUE.on(queue);
    return queue;
  }

  /** Such a queue, of what lies in another queue. */
  static Queue ofQueue(Construct scope, String id, boolean keep) {
    var queue = made(scope, id, keep);
    Accepted.NO_FURTHER_QUEUE.onAllBut("AwsSolutions-SQS3", queue);
    return queue;
  }

  private static Queue made(Construct scope, String id, boolean keep) {
    return Queue.Builder.create(scope, id)
        .encryption(QueueEncryption.SQS_MANAGED)
        .enforceSsl(true)
        .retentionPeriod(Duration.days(14))
        .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
        .build();
  }

  /**
   * Says when something lies there.
   *
   * @param what what lies there, in words for whoever is on call
   */
  public static void tell(Watch watch, String what, Queue queue) {
    watch.over(
        queue,
        "Filled",
        what,
        queue.metricApproximateNumberOfMessagesVisible(
            MetricOptions.builder().period(Duration.minutes(1)).statistic("Maximum").build()),
        0);
  }
}
