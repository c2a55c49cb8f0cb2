package parley.local.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import parley.local.faults.Kind.Site;
import parley.local.stream.Disturbance;
import parley.local.stream.StreamRecord;

/** Streams whose records rules hand over otherwise. */
final class DisturbedStreams implements Disturbance {

  private final Rules rules;
  private volatile PartitionKeys keys = PartitionKeys.unknown();

  DisturbedStreams(Rules rules) {
    this.rules = rules;
  }

  void know(PartitionKeys partitionKeys) {
    keys = partitionKeys;
  }

  @Override
  public List<List<StreamRecord>> arrange(String mapping, List<StreamRecord> records)
      throws InterruptedException {
    if (records.isEmpty()) {
      return List.of();
    }
    var fired = rules.fire(Site.BATCH, Map.of("mapping", mapping));
    if (fired.isEmpty()) {
      return List.of(records);
    }
    var rule = fired.get().rule();
    return switch (rule.kind()) {
      case REPEAT -> List.of(records, records);
      case SPLIT -> split(records, fired.get().draw());
      case REORDER -> reordered(mapping, records, fired.get().draw());
      default -> {
        Thread.sleep(rule.lasting());
        yield List.of(records);
      }
    };
  }

  @Override
  public <T> List<List<T>> arrangeMessages(String mapping, List<T> messages)
      throws InterruptedException {
    var fired = rules.fire(Site.BATCH, Map.of("mapping", mapping));
    if (fired.isEmpty()) {
      return List.of(messages);
    }
    var rule = fired.get().rule();
    return switch (rule.kind()) {
      case REPEAT -> List.of(messages, messages);
      case SPLIT -> split(messages, fired.get().draw());
      case REORDER -> {
        var order = new ArrayList<>(messages);
        Collections.shuffle(order, Random.from(fired.get().draw()));
        yield List.of(order);
      }
      default -> {
        Thread.sleep(rule.lasting());
        yield List.of(messages);
      }
    };
  }

  /** The same records in pieces of a few. */
  private static <T> List<List<T>> split(List<T> records, RandomGenerator random) {
    var pieces = new ArrayList<List<T>>();
    for (var from = 0; from < records.size(); ) {
      var to = Math.min(records.size(), from + random.nextInt(1, 4));
      pieces.add(records.subList(from, to));
      from = to;
    }
    return pieces;
  }

  /** At each place the next record of a partition key that is drawn among those that have one. */
  private List<List<StreamRecord>> reordered(
      String mapping, List<StreamRecord> records, RandomGenerator random) {
    var lanes = new ArrayList<>(keys.lanes(mapping, records));
    var order = new ArrayList<StreamRecord>();
    while (!lanes.isEmpty()) {
      var lane = lanes.get(random.nextInt(lanes.size()));
      order.add(lane.removeFirst());
      lanes.removeIf(List::isEmpty);
    }
    return List.of(order);
  }
}
