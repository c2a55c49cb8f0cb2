package parley.tests.faults;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import parley.tests.history.Anomaly;

/** People who go on writing while the twin is killed with all its processes, again and again. */
final class Kills {

  /** Amid the work: after up to so many acks, and then a moment within one send. */
  private static final int MOST_ACKS = 16;

  private static final long SEND_NANOS = 60_000_000;

  /** While it starts, and finds again what it had: before anything can be acked. */
  private static final long START_NANOS = 6_000_000_000L;

  private static final int PEOPLE = 3;

  private final OwnTwin twin;
  private final long seed;
  private final Traffic traffic = new Traffic();

  Kills(OwnTwin twin, long seed) {
    this.twin = twin;
    this.seed = seed;
  }

  /**
   * What one run came to.
   *
   * @param acked how much was acked in all
   */
  record Outcome(
      int kills, long seed, long acked, long retries, List<Anomaly> anomalies, double seconds) {

    @Override
    public String toString() {
      return "kills: %d, seed %d, %d acked, %d sent again, %d anomalies, %.1f s"
          .formatted(kills, seed, acked, retries, anomalies.size(), seconds);
    }
  }

  Outcome run(int kills) throws InterruptedException {
    try (var company = new Company(twin.site(), PEOPLE)) {
      assemble(company);
      var began = System.nanoTime();
      var random = new SplittableRandom(seed);
      for (var kill = 0; kill < kills; kill++) {
        awaitMoment(random);
        twin.kill();
        twin.launch();
      }
      twin.awaitReady();
      traffic.awaitAcked(traffic.acked() + 1);
      traffic.stop();
      var anomalies = company.atRest();
      return new Outcome(
          kills,
          seed,
          traffic.acked(),
          traffic.retries(),
          anomalies,
          (System.nanoTime() - began) / 1e9);
    }
  }

  /** Some random moment, twice as often while it starts as while it works. */
  private void awaitMoment(SplittableRandom random) throws InterruptedException {
    if (random.nextInt(3) > 0) {
      LockSupport.parkNanos(random.nextLong(START_NANOS));
    } else {
      twin.awaitReady();
      traffic.awaitAcked(traffic.acked() + 1 + random.nextInt(MOST_ACKS));
      LockSupport.parkNanos(random.nextLong(SEND_NANOS));
    }
  }

  private void assemble(Company company) throws InterruptedException {
    var first = company.person(0);
    var others = company.people().subList(1, PEOPLE);
    var rooms = List.of(company.room(first, others), company.room(first, others));
    for (var person : company.people()) {
      var device = company.device(person, rooms).online();
      device.line();
      for (var room : rooms) {
        traffic.write(device, room, seed + room.hashCode(), () -> false);
      }
    }
  }
}
