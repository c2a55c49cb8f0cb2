package parley.local.kinesis;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import parley.local.stream.ChangeStream;
import parley.local.stream.StreamRecord;

/**
 * A data stream as Lambda follows it, with records as Lambda hands them on.
 *
 * <p>An iterator is the shard's id and the number after which to go on.
 */
final class StreamChanges implements ChangeStream {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** As many as one read of Kinesis gives. */
  private static final int MOST = 10_000;

  private final Stream stream;
  private final String arn;
  private final String region;

  StreamChanges(Stream stream, String arn, String region) {
    this.stream = stream;
    this.arn = arn;
    this.region = region;
  }

  @Override
  public String id() {
    return arn;
  }

  @Override
  public List<ChangeStream.Shard> shards() {
    return stream.shards().stream()
        .map(shard -> new ChangeStream.Shard(shard.id(), Optional.empty()))
        .toList();
  }

  @Override
  public String iterator(String shard, From from) {
    var after =
        switch (from) {
          case From.TrimHorizon() -> 0L;
          case From.Latest() -> stream.last(shard);
          case From.After(var sequence) -> Record.numberOf(sequence);
        };
    return "%s %d".formatted(shard, after);
  }

  @Override
  public Page read(String iterator) {
    var parts = iterator.split(" ", 2);
    var records = stream.after(parts[0], Long.parseLong(parts[1]), MOST);
    var next =
        records.isEmpty() ? iterator : "%s %d".formatted(parts[0], records.getLast().number());
    return new Page(records.stream().map(r -> record(parts[0], r)).toList(), Optional.of(next));
  }

  private StreamRecord record(String shard, Record record) {
    var json = MAPPER.createObjectNode();
    json.putObject("kinesis")
        .put("kinesisSchemaVersion", "1.0")
        .put("partitionKey", record.partitionKey())
        .put("sequenceNumber", record.sequenceNumber())
        .put("data", record.data())
        .put("approximateArrivalTimestamp", record.arrived() / 1000.0);
    json.put("eventSource", "aws:kinesis")
        .put("eventVersion", "1.0")
        .put("eventID", shard + ":" + record.sequenceNumber())
        .put("eventName", "aws:kinesis:record")
        .put("awsRegion", region)
        .put("eventSourceARN", arn);
    return new StreamRecord(record.sequenceNumber(), Instant.ofEpochMilli(record.arrived()), json);
  }
}
