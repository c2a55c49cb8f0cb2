package parley.infra.platform;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.events.CfnRule.DeadLetterConfigProperty;
import software.amazon.awscdk.services.events.CfnRule.TargetProperty;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * A queue, and a function that is handed what lies in it: at least once, in no order, ten messages
 * at most. The function answers which of them failed; those are tried again after a while, and end
 * in a queue of what was given up.
 */
public final class QueueFeed extends Construct {

  private static final int BATCH = 10;

  /** Six times the longest that a function works, as Lambda's pages advise. */
  private static final Duration APART = Duration.minutes(6);

  /** With the time between them, about an hour. */
  private static final int TRIES = 10;

  private final Queue queue;
  private final Queue failed;

  /** Feeds the function, and keeps what lies in the queues where data is kept. */
  public QueueFeed(Construct scope, String id, Function function, boolean keep) {
    super(scope, id);
    failed = DeadLetters.ofQueue(this, "Failed", keep);
    queue =
        Queue.Builder.create(this, "Queue")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(APART)
            .deadLetterQueue(DeadLetterQueue.builder().queue(failed).maxReceiveCount(TRIES).build())
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
            .build();
    function.allow(
        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
        queue.getQueueArn());
    var mapping =
        CfnEventSourceMapping.Builder.create(this, "Mapping")
            .functionName(function.arn())
            .eventSourceArn(queue.getQueueArn())
            .batchSize(BATCH)
            .functionResponseTypes(List.of("ReportBatchItemFailures"))
            .build();
    Accepted.NO_FURTHER_QUEUE.on(mapping);
  }

  /** Lets a function put something into the queue, by the URL that it finds in a variable. */
  public void allowSend(Function function, String variable) {
    function
        .with(variable, queue.getQueueUrl())
        .allow(List.of("sqs:SendMessage"), queue.getQueueArn());
  }

  /** Tells the function in a variable which queue this is. */
  public void name(Function function, String variable) {
    function.with(variable, queue.getQueueName());
  }

  /** The queue's ARN. */
  String arn() {
    return queue.getQueueArn();
  }

  /** Lets the function say how long it is before it is handed something again. */
  public void allowHide(Function function, String variable) {
    function
        .with(variable, queue.getQueueUrl())
        .allow(List.of("sqs:ChangeMessageVisibility"), queue.getQueueArn());
  }

  /** The queue as what a rule sends to; what the rule cannot send is given up as well. */
  public TargetProperty target() {
    return TargetProperty.builder()
        .id("Queue")
        .arn(queue.getQueueArn())
        .deadLetterConfig(DeadLetterConfigProperty.builder().arn(failed.getQueueArn()).build())
        .build();
  }

  /** Lets a rule do what {@link #target} says. */
  public void allowRule(CfnRule rule) {
    for (var to : List.of(queue, failed)) {
      to.addToResourcePolicy(
          PolicyStatement.Builder.create()
              .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
              .actions(List.of("sqs:SendMessage"))
              .resources(List.of(to.getQueueArn()))
              .conditions(Map.of("StringEquals", Map.of("aws:SourceArn", rule.getAttrArn())))
              .build());
    }
  }

  /**
   * Says what was given up.
   *
   * @param of what stands before the alarm's id
   * @param what what the messages are, in words for whoever is on call
   */
  public void tell(Watch watch, String of, String what) {
    DeadLetters.tell(watch, of + "Undone", what + " were given up and lie in the queue", failed);
  }
}
