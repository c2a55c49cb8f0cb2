package parley.tests.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import parley.tests.cloud.Fault;
import parley.tests.cloud.Flaw;
import parley.tests.history.Window;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Fifty people who write in one room without a pause, over a DynamoDB whose calls take a few
 * milliseconds.
 *
 * @param attempts writes that were tried for one that was done; each costs a write unit
 * @param unfairness how many times as many attempts as half of the writers the unluckiest one made
 * @param median of the writers' times
 * @param slowest of the writers' times
 */
record Crowd(
    Outcome outcome,
    double rate,
    double attempts,
    double unfairness,
    Duration median,
    Duration slowest) {

  static final int WRITERS = 50;

  private static final long FASTEST_CALL_NANOS = 2_000_000;
  private static final long SLOWEST_CALL_NANOS = 6_000_000;

  /** Each of them writes so many. */
  static Crowd of(long seed, int messages) throws Exception {
    var puts = new ConcurrentHashMap<String, LongAdder>();
    var times = new ArrayList<Long>();
    var trial = new Trial(seed, WRITERS * messages, 0, WRITERS, 1, slow(puts), Window::new);
    var outcome =
        Run.of(
            trial,
            cloud -> {
              var office = Office.of(trial, cloud, WRITERS);
              var devices = new ArrayList<Device>();
              var room = gathered(office, devices);
              puts.clear();
              times.addAll(write(devices, room, messages));
              cloud.drain();
              devices.forEach(Device::settle);
              return new Run.Scene(office, List.of(room), devices);
            });
    times.sort(null);
    var attempts = puts.values().stream().mapToLong(LongAdder::sum).sorted().toArray();
    return new Crowd(
        outcome,
        WRITERS * messages / (times.getLast() / 1e9),
        LongStream.of(attempts).sum() / (double) (WRITERS * messages),
        attempts[WRITERS - 1] / (double) attempts[WRITERS / 2],
        Duration.ofNanos(times.get(WRITERS / 2)),
        Duration.ofNanos(times.getLast()));
  }

  @Override
  public String toString() {
    return """
        %d writers in one room: %.1f messages/s, %.2f attempts and write units a message, \
        the unluckiest writer %.2f times the median; median writer %.1f s, slowest %.1f s, %d anomalies"""
        .formatted(
            WRITERS,
            rate,
            attempts,
            unfairness,
            median.toMillis() / 1e3,
            slowest.toMillis() / 1e3,
            outcome.anomalies().size());
  }

  private static String gathered(Office office, List<Device> devices) {
    for (var i = 0; i < WRITERS; i++) {
      devices.add(new Device(office, Run.client(i)));
    }
    var room = devices.getFirst().open("crowd");
    for (var device : devices.subList(1, WRITERS)) {
      devices.getFirst().change(room, device.client().user(), "added");
    }
    devices.forEach(Device::settle);
    return room;
  }

  private static List<Long> write(List<Device> devices, String room, int messages)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<Long>>();
      for (var device : devices) {
        writers.add(threads.submit(() -> write(device, room, messages)));
      }
      var times = new ArrayList<Long>();
      for (var writer : writers) {
        times.add(writer.get());
      }
      return times;
    }
  }

  private static long write(Device device, String room, int messages) {
    var began = System.nanoTime();
    for (var i = 0; i < messages; i++) {
      var _ = device.say(room, "one of many");
    }
    return System.nanoTime() - began;
  }

  private static Flaw slow(Map<String, LongAdder> puts) {
    return (site, function, request, call) -> {
      if (site == Fault.Site.DYNAMO && function.equals("SendMessage")) {
        var random = ThreadLocalRandom.current();
        LockSupport.parkNanos(random.nextLong(FASTEST_CALL_NANOS, SLOWEST_CALL_NANOS));
        if (request instanceof PutItemRequest put) {
          puts.computeIfAbsent(put.item().get("sender").s(), _ -> new LongAdder()).increment();
        }
      }
      return call.with(request);
    };
  }
}
