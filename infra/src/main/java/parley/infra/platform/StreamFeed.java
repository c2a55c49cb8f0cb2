package parley.infra.platform;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * A table's new items, handed to a function in order and at least once. A batch that fails is
 * halved until one item is left, and that one ends in a queue.
 */
public final class StreamFeed extends Construct {

  /** With {@code BisectBatchOnFunctionError}, enough to halve a full batch down to one item. */
  private static final int RETRIES = 10;

  private static final String INSERTS = "{\"eventName\":[\"INSERT\"]}";

  private final Queue failed;
  private final Function function;

  /** Feeds the function from the table's stream. */
  public StreamFeed(Construct scope, String id, Table table, Function function) {
    super(scope, id);
    this.function = function;
    failed =
        Queue.Builder.create(this, "Failed")
            .encryption(QueueEncryption.SQS_MANAGED)
            .enforceSsl(true)
            .retentionPeriod(Duration.days(14))
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Accepted.NO_FURTHER_QUEUE.on(failed);
    table.allowStream(function);
    function.allow(List.of("sqs:SendMessage"), failed.getQueueArn());
    CfnEventSourceMapping.Builder.create(this, "Mapping")
        .functionName(function.arn())
        .eventSourceArn(table.streamArn())
        .startingPosition("TRIM_HORIZON")
        .batchSize(100)
        .parallelizationFactor(1)
        .filterCriteria(
            FilterCriteriaProperty.builder()
                .filters(List.of(FilterProperty.builder().pattern(INSERTS).build()))
                .build())
        .functionResponseTypes(List.of("ReportBatchItemFailures"))
        .bisectBatchOnFunctionError(true)
        .maximumRetryAttempts(RETRIES)
        .maximumRecordAgeInSeconds(3600)
        .destinationConfig(
            DestinationConfigProperty.builder()
                .onFailure(OnFailureProperty.builder().destination(failed.getQueueArn()).build())
                .build())
        .build();
  }

  /** Says what is late, and what was given up. */
  public void tell(Watch watch) {
    watch.over(
        "Undelivered",
        "items of the stream were given up and lie in the queue",
        failed.metricApproximateNumberOfMessagesVisible(
            MetricOptions.builder().period(Duration.minutes(1)).statistic("Maximum").build()),
        0);
    watch.over(
        "Late",
        "items of the stream wait for more than a minute",
        function.metric("IteratorAge", "Maximum"),
        Duration.minutes(1).toMilliseconds().longValue());
  }
}
