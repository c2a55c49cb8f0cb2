package parley.tests.cloud;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One shard of the stream and its lane: a batch at a time, each room's entries in their order, a
 * batch that failed in halves until it succeeds.
 */
final class Shard implements Runnable {

  private static final int LARGEST_BATCH = 100;
  private static final long LATE_NANOS = 40_000_000;
  private static final int FAULTY_PER_MILLE = 60;

  private final Cloud cloud;
  private final int name;
  private final Map<String, TreeMap<Long, Map<String, AttributeValue>>> waiting = new HashMap<>();
  private final Map<String, Long> next = new HashMap<>();
  private final Deque<Stream.Item> ready = new ArrayDeque<>();
  private long number;
  private long batches;
  private boolean working;

  Shard(Cloud cloud, int name) {
    this.cloud = cloud;
    this.name = name;
  }

  /** Takes a new item; one that is known before those it follows waits for them. */
  synchronized void add(String room, Map<String, AttributeValue> item) {
    var waits = waiting.computeIfAbsent(room, _ -> new TreeMap<>());
    waits.put(Long.parseLong(item.get("seq").n()), item);
    var seq = next.getOrDefault(room, 1L);
    for (var found = waits.remove(seq); found != null; found = waits.remove(seq)) {
      ready.add(Stream.Item.of("%021d".formatted(++number), room, found));
      seq++;
    }
    next.put(room, seq);
    notifyAll();
  }

  synchronized void drain() throws InterruptedException {
    while (working || !ready.isEmpty()) {
      wait();
    }
  }

  @Override
  public void run() {
    try {
      while (true) {
        var random = Chance.of(cloud.seed(), "batch", name, batches++);
        deliver(take(random), random);
        finished();
      }
    } catch (InterruptedException e) {
      // The run is over.
    }
  }

  private synchronized List<Stream.Item> take(SplittableRandom random) throws InterruptedException {
    while (ready.isEmpty()) {
      wait();
    }
    working = true;
    var most = happens(Fault.BATCH_SPLIT, random) ? 1 : LARGEST_BATCH;
    var batch = new ArrayList<Stream.Item>();
    while (!ready.isEmpty() && batch.size() < most) {
      batch.add(ready.poll());
    }
    return happens(Fault.ROOMS_REORDERED, random) ? reordered(batch) : batch;
  }

  private synchronized void finished() {
    working = false;
    notifyAll();
  }

  private void deliver(List<Stream.Item> batch, SplittableRandom random) {
    if (happens(Fault.BATCH_LATE, random)) {
      LockSupport.parkNanos(LATE_NANOS);
    }
    untilDone(batch, random);
    if (happens(Fault.BATCH_REPEATED, random)) {
      untilDone(batch, random);
    }
  }

  /** As the mapping says: what failed is tried again from there, or in halves. */
  private void untilDone(List<Stream.Item> batch, SplittableRandom random) {
    for (var left = batch; !left.isEmpty(); ) {
      var answer = cloud.event("Deliver", Stream.event(left), cloud.plan(random));
      if (answer == null) {
        var half = (left.size() + 1) / 2;
        if (half < left.size()) {
          untilDone(left.subList(0, half), random);
          left = left.subList(half, left.size());
        }
      } else {
        var from = answer.at("/batchItemFailures/0/itemIdentifier");
        left = from.isMissingNode() ? List.of() : from(left, from.asText());
      }
    }
  }

  private static List<Stream.Item> from(List<Stream.Item> batch, String number) {
    for (var i = 0; i < batch.size(); i++) {
      if (batch.get(i).number().equals(number)) {
        return batch.subList(i, batch.size());
      }
    }
    return batch;
  }

  private static List<Stream.Item> reordered(List<Stream.Item> batch) {
    var rooms = new LinkedHashMap<String, List<Stream.Item>>();
    batch.forEach(item -> rooms.computeIfAbsent(item.room(), _ -> new ArrayList<>()).add(item));
    return List.copyOf(rooms.values()).reversed().stream().flatMap(List::stream).toList();
  }

  private boolean happens(Fault fault, SplittableRandom random) {
    var happens =
        cloud.perMille() > 0 && random.nextInt(1000) < FAULTY_PER_MILLE && !cloud.toll().isOver();
    if (happens) {
      cloud.toll().take(fault);
    }
    return happens;
  }
}
