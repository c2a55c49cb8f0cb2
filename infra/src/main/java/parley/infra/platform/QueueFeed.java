package parley.infra.platform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** With the time between them, about an hour. */
  private static final int TRIES = 10;

  private final Queue queue;
  private final Queue failed;

  /**
   * How a queue is worked through.
   *
   * @param apart how long what failed lies before it is tried again; Lambda's pages advise six
   *     times the longest that the function works
   * @param delay how long every message lies before it is handed over, at most 15 minutes
   * @param largest how many bytes a message has at most
   * @param batch how many messages are handed over at once, at most
   */
  public record Pace(
      Duration apart, Optional<Duration> delay, Optional<Integer> largest, int batch) {

    /** Of a function that works through batches. */
    public static final Pace USUAL =
        new Pace(Duration.minutes(6), Optional.empty(), Optional.empty(), BATCH);

    /** Of a function that answers within 15 s, whose messages should not wait for long. */
    public static final Pace PROMPT =
        new Pace(Duration.seconds(90), Optional.empty(), Optional.empty(), BATCH);

    /** With messages that lie for a while first. */
    public Pace after(Duration time) {
      return new Pace(apart, Optional.of(time), largest, batch);
    }

    /** With messages of so many bytes at most. */
    public Pace upTo(int bytes) {
      return new Pace(apart, delay, Optional.of(bytes), batch);
    }

    /** With each message by itself, where one may take all the time that the function has. */
    public Pace oneByOne() {
      return new Pace(apart, delay, largest, 1);
    }
  }

  /** Feeds the function, and keeps what lies in the queues where data is kept. */
  public QueueFeed(Construct scope, String id, Function function, boolean keep) {
    this(scope, id, function, Pace.USUAL, keep);
  }

  /** The same, at a pace of its own. */
  public QueueFeed(Construct scope, String id, Function function, Pace pace, boolean keep) {
    super(scope, id);
    failed = DeadLetters.ofQueue(this, "Failed", keep);
    var made =
        Queue.Builder.create(this, "Queue")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .visibilityTimeout(pace.apart())
            .deadLetterQueue(DeadLetterQueue.builder().queue(failed).maxReceiveCount(TRIES).build())
            .removalPolicy(keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    pace.delay().ifPresent(made::deliveryDelay);
    pace.largest().ifPresent(made::maxMessageSizeBytes);
    queue = made.build();
    function.allow(
        List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"),
        queue.getQueueArn());
    var mapping =
        CfnEventSourceMapping.Builder.create(this, "Mapping")
            .functionName(function.arn())
            .eventSourceArn(queue.getQueueArn())
            .batchSize(pace.batch())
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

  /** What is put here is handed over. */
  public Queue queue() {
    return queue;
  }

  /** What is put here waits for a person. */
  public Queue failed() {
    return failed;
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
   * @param what what the messages are, in words for whoever is on call
   */
  public void tell(Watch watch, String what) {
    DeadLetters.tell(watch, what + " were given up and lie in the queue", failed);
  }
}
