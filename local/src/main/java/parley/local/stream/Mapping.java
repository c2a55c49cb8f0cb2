package parley.local.stream;

import java.time.Duration;
import java.util.Optional;
import parley.local.template.Resource;

/**
 * An event source mapping as the template declares it.
 *
 * @param id its logical id
 * @param function the ARN of the function that is invoked
 * @param stream the stream's ARN
 * @param batchSize the most records of one invocation
 * @param window how long to gather a batch that is not full
 * @param retries how often a failed batch is tried again; empty for until it expires
 * @param maximumAge how old a record may become; empty for any age
 * @param bisects whether a failed batch is halved
 * @param reportsFailures whether the function names the first record that failed
 * @param onFailure the ARN of the queue that is told of records that were given up
 * @param fromLatest whether the first start passes over what is there already
 */
record Mapping(
    String id,
    String function,
    String stream,
    int batchSize,
    Duration window,
    Optional<Integer> retries,
    Optional<Duration> maximumAge,
    boolean bisects,
    boolean reportsFailures,
    Optional<String> onFailure,
    boolean fromLatest) {

  static Mapping of(Resource resource) {
    var failures = resource.text("DestinationConfig.OnFailure.Destination");
    var reports = false;
    for (var type : resource.get("FunctionResponseTypes")) {
      reports |= type.asText().equals("ReportBatchItemFailures");
    }
    return new Mapping(
        resource.id(),
        resource.text("FunctionName"),
        resource.text("EventSourceArn"),
        resource.get("BatchSize").asInt(100),
        Duration.ofSeconds(resource.get("MaximumBatchingWindowInSeconds").asInt(0)),
        limit(resource, "MaximumRetryAttempts"),
        limit(resource, "MaximumRecordAgeInSeconds").map(Duration::ofSeconds),
        resource.get("BisectBatchOnFunctionError").asBoolean(),
        reports,
        failures.isEmpty() ? Optional.empty() : Optional.of(failures),
        resource.text("StartingPosition").equals("LATEST"));
  }

  /** Whether it reads a Kinesis stream, and not a table's. */
  boolean ofKinesis() {
    return stream.contains(":kinesis:");
  }

  /** Lambda's default is -1, which means without limit. */
  private static Optional<Integer> limit(Resource resource, String property) {
    var limit = resource.get(property).asInt(-1);
    return limit < 0 ? Optional.empty() : Optional.of(limit);
  }
}
