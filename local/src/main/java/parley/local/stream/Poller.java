package parley.local.stream;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Reads a stream's shards, each after its parent, and passes their records on in order.
 *
 * <p>Used by one thread.
 */
final class Poller {

  /** As often as an idle stream is asked for new shards: they come when a shard is closed. */
  private static final Duration SHARDS_EVERY = Duration.ofSeconds(10);

  private static final class Reading {
    private String iterator;
    private final List<StreamRecord> gathered = new ArrayList<>();
    private long gatheredSince;

    private Reading(String iterator) {
      this.iterator = iterator;
    }
  }

  private final ChangeStream stream;
  private final Mapping mapping;
  private final Checkpoints checkpoints;
  private final Batches batches;
  private final Map<String, Reading> readings = new HashMap<>();
  private long shardsRead = System.nanoTime() - SHARDS_EVERY.toNanos();
  private boolean fromLatest;

  Poller(ChangeStream stream, Mapping mapping, Checkpoints checkpoints, Batches batches) {
    this.stream = stream;
    this.mapping = mapping;
    this.checkpoints = checkpoints;
    this.batches = batches;
    this.fromLatest = mapping.fromLatest() && checkpoints.isEmpty();
  }

  /** Reads each open shard once. True where there was something. */
  boolean poll() throws IOException, InterruptedException {
    if (System.nanoTime() - shardsRead >= SHARDS_EVERY.toNanos()) {
      discover();
    }
    var found = false;
    for (var shard : List.copyOf(readings.keySet())) {
      found |= read(shard, readings.get(shard));
    }
    return found;
  }

  private void discover() throws IOException, InterruptedException {
    var shards = stream.shards();
    var ids = new HashSet<String>();
    shards.forEach(shard -> ids.add(shard.id()));
    for (var shard : shards) {
      var parentDone =
          shard.parent().map(p -> !ids.contains(p) || checkpoints.isFinished(p)).orElse(true);
      if (parentDone && !checkpoints.isFinished(shard.id()) && !readings.containsKey(shard.id())) {
        readings.put(shard.id(), new Reading(stream.iterator(shard.id(), from(shard.id()))));
      }
    }
    shardsRead = System.nanoTime();
    fromLatest = false;
  }

  private ChangeStream.From from(String shard) {
    var last = checkpoints.last(shard);
    if (last.isPresent()) {
      return new ChangeStream.From.After(last.get());
    }
    return fromLatest ? new ChangeStream.From.Latest() : new ChangeStream.From.TrimHorizon();
  }

  private boolean read(String shard, Reading reading) throws IOException, InterruptedException {
    ChangeStream.Page page;
    try {
      page = stream.read(reading.iterator);
    } catch (ChangeStream.IteratorGone e) {
      reading.gathered.clear();
      reading.iterator = stream.iterator(shard, new ChangeStream.From.TrimHorizon());
      return false;
    }
    if (reading.gathered.isEmpty()) {
      reading.gatheredSince = System.nanoTime();
    }
    page.records().stream().filter(r -> isNew(shard, r)).forEach(reading.gathered::add);
    if (page.next().isEmpty() || isFull(reading)) {
      batches.process(shard, List.copyOf(reading.gathered));
      reading.gathered.clear();
    }
    if (page.next().isPresent()) {
      reading.iterator = page.next().get();
    } else {
      checkpoints.finished(shard);
      readings.remove(shard);
      discover();
    }
    return !page.records().isEmpty() || page.next().isEmpty();
  }

  private boolean isNew(String shard, StreamRecord record) {
    return checkpoints
        .last(shard)
        .map(last -> new BigInteger(record.sequence()).compareTo(new BigInteger(last)) > 0)
        .orElse(true);
  }

  private boolean isFull(Reading reading) {
    return reading.gathered.size() >= mapping.batchSize()
        || System.nanoTime() - reading.gatheredSince >= mapping.window().toNanos();
  }
}
