package parley.infra.platform;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.DestinationConfigProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterCriteriaProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.FilterProperty;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping.OnFailureProperty;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/**
 * A stream's records, handed to a function in order and at least once. A batch that fails is halved
 * until one record is left, and that one ends in a queue.
 */
public final class StreamFeed extends Construct {

  private final Queue failed;
  private final Function function;

  /** Feeds the function from the stream, and keeps what was given up where data is kept. */
  public StreamFeed(Construct scope, String id, Source source, Function function, boolean keep) {
    super(scope, id);
    this.function = function;
    failed = DeadLetters.queue(this, "Failed", keep);
    function.allow(source.reading(), source.arn());
    function.allow(List.of("sqs:SendMessage"), failed.getQueueArn());
    var mapping =
        CfnEventSourceMapping.Builder.create(this, "Mapping")
            .functionName(function.arn())
            .eventSourceArn(source.arn())
            .startingPosition("TRIM_HORIZON")
            .batchSize(source.batch().size())
            .parallelizationFactor(1)
            .functionResponseTypes(List.of("ReportBatchItemFailures"))
            .bisectBatchOnFunctionError(true)
            .maximumRetryAttempts(source.patience().retries())
            .maximumRecordAgeInSeconds(source.patience().age().toSeconds())
            .destinationConfig(
                DestinationConfigProperty.builder()
                    .onFailure(
                        OnFailureProperty.builder().destination(failed.getQueueArn()).build())
                    .build());
    source.filter().ifPresent(pattern -> mapping.filterCriteria(only(pattern)));
    source
        .batch()
        .window()
        .ifPresent(window -> mapping.maximumBatchingWindowInSeconds(window.toSeconds()));
    mapping.build();
  }

  private static FilterCriteriaProperty only(String pattern) {
    return FilterCriteriaProperty.builder()
        .filters(List.of(FilterProperty.builder().pattern(pattern).build()))
        .build();
  }

  /**
   * Says what is late, and what was given up.
   *
   * @param what the items are, in words for whoever is on call
   */
  public void tell(Watch watch, String what) {
    DeadLetters.tell(watch, what + " were given up and lie in the queue", failed);
    watch.over(
        this,
        "Late",
        what + " wait for more than a minute",
        function.metric("IteratorAge", "Maximum"),
        Duration.minutes(1).toMilliseconds().longValue());
  }
}
