package parley.tests.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import parley.tests.cloud.Fault;
import parley.tests.cloud.Flaw;
import parley.tests.history.Window;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * Fifty people who write in one room without a pause, over a DynamoDB whose calls take a few
 * milliseconds.
 *
 * @param attempts writes that were tried for one that was done; each costs a write unit
 * @param median of the writers' times
 * @param slowest of the writers' times
 */
record Crowd(Outcome outcome, double rate, double attempts, Duration median, Duration slowest) {

  static final int WRITERS = 50;

  private static final long FASTEST_CALL_NANOS = 2_000_000;
  private static final long SLOWEST_CALL_NANOS = 6_000_000;

  /** Each of them writes so many. */
  static Crowd of(long seed, int messages) throws Exception {
    var puts = new AtomicLong();
    var times = new ArrayList<Long>();
    var trial = new Trial(seed, WRITERS * messages, 0, WRITERS, 1, slow(puts), Window::new);
    var outcome =
        Run.of(
            trial,
            cloud -> {
              var office = Office.of(trial, cloud, WRITERS);
              var devices = new ArrayList<Device>();
              var room = gathered(office, devices);
              puts.set(0);
              times.addAll(write(devices, room, messages));
              cloud.drain();
              devices.forEach(Device::settle);
              return new Run.Scene(office, List.of(room), devices);
            });
    times.sort(null);
    return new Crowd(
        outcome,
        WRITERS * messages / (times.getLast() / 1e9),
        puts.get() / (double) (WRITERS * messages),
        Duration.ofNanos(times.get(WRITERS / 2)),
        Duration.ofNanos(times.getLast()));
  }

  /** How much longer the slowest took than half of all. */
  double unfairness() {
    return slowest.toNanos() / (double) median.toNanos();
  }

  @Override
  public String toString() {
    return """
        %d writers in one room: %.1f messages/s, %.2f attempts and write units a message, \
        median writer %.1f s, slowest %.1f s (%.2f of the median), %d anomalies"""
        .formatted(
            WRITERS,
            rate,
            attempts,
            median.toMillis() / 1e3,
            slowest.toMillis() / 1e3,
            unfairness(),
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

  private static Flaw slow(AtomicLong puts) {
    return (site, function, request, call) -> {
      if (site == Fault.Site.DYNAMO && function.equals("SendMessage")) {
        var random = ThreadLocalRandom.current();
        LockSupport.parkNanos(random.nextLong(FASTEST_CALL_NANOS, SLOWEST_CALL_NANOS));
        if (request instanceof PutItemRequest) {
          puts.incrementAndGet();
        }
      }
      return call.with(request);
    };
  }
}
