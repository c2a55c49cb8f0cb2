package parley.local.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import parley.local.queue.Queues;

/**
 * Tells of records that were given up: to the mapping's queue, as Lambda does, and on the console.
 */
final class FailureMessages implements Batches.GivenUp {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Queues queues;
  private final Clock clock;
  private final Consumer<String> console;

  FailureMessages(Queues queues, Clock clock, Consumer<String> console) {
    this.queues = queues;
    this.clock = clock;
    this.console = console;
  }

  @Override
  public void add(
      Mapping mapping, String shard, List<StreamRecord> records, String why, int attempts) {
    console.accept(
        "%s gave up %d records (%s after %d attempts)"
            .formatted(mapping.id(), records.size(), why, attempts));
    if (mapping.onFailure().isEmpty()) {
      return;
    }
    var message = MAPPER.createObjectNode();
    message
        .putObject("requestContext")
        .put("requestId", UUID.randomUUID().toString())
        .put("functionArn", mapping.function())
        .put("condition", why)
        .put("approximateInvokeCount", attempts);
    message
        .putObject("responseContext")
        .put("statusCode", 200)
        .put("executedVersion", "1")
        .put("functionError", "Unhandled");
    message.put("version", "1.0").put("timestamp", clock.instant().toString());
    message
        .putObject(mapping.ofKinesis() ? "KinesisBatchInfo" : "DDBStreamBatchInfo")
        .put("shardId", shard)
        .put("startSequenceNumber", records.getFirst().sequence())
        .put("endSequenceNumber", records.getLast().sequence())
        .put("approximateArrivalOfFirstRecord", records.getFirst().created().toString())
        .put("approximateArrivalOfLastRecord", records.getLast().created().toString())
        .put("batchSize", records.size())
        .put("streamArn", mapping.stream());
    queues.send(mapping.onFailure().get(), message);
  }
}
