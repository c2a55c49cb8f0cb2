package parley.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.tests.history.Event;

/** What was acked reaches everybody once and in order, whatever happens on the way. */
@Timeout(400)
class FaultsTest {

  private static final long SEED = Long.getLong("faults.seed", 20261124);
  private static final int MESSAGES = Integer.getInteger("faults.messages", 5_000);
  private static final int PEOPLE = 5;

  private static final OwnTwin TWIN = new OwnTwin("disturbed", 4660, "--memory", "--faults");

  @BeforeAll
  static void start() {
    TWIN.startAnew();
  }

  @AfterAll
  static void end() {
    TWIN.close();
  }

  @Test
  void messagesFromSocketToSocketUnderFaultsOfEveryKind() throws InterruptedException {
    var faults = new FaultInterface(TWIN.faults());
    var began = System.nanoTime();
    try (var company = new Company(TWIN.site(), PEOPLE)) {
      var traffic = new Traffic();
      assemble(company);
      Plan.of(SEED).forEach(faults::add);
      write(company, traffic);
      traffic.join();
      faults.clear();
      var anomalies = company.atRest();

      var injected = faults.injected();
      System.out.printf(
          "faults: seed %d, %d messages and %d others acked, %d sent again, %d frames, %d syncs, %d faults of %d kinds %s,"
              + " %d anomalies, %.1f s%n",
          SEED,
          traffic.messages(),
          traffic.acked() - traffic.messages(),
          traffic.retries(),
          company.history().count(Event.Received.class),
          company.history().count(Event.Synced.class),
          injected.values().stream().mapToLong(Long::longValue).sum(),
          injected.size(),
          injected,
          anomalies.size(),
          (System.nanoTime() - began) / 1e9);
      assertThat(anomalies).isEmpty();
      assertThat(traffic.messages()).isGreaterThanOrEqualTo(MESSAGES);
      assertThat(injected).hasSizeGreaterThanOrEqualTo(15);
    }
  }

  /** Everybody is in the first two rooms; each other room is the first one's and another's. */
  private static void assemble(Company company) throws InterruptedException {
    var first = company.person(0);
    var others = java.util.stream.IntStream.range(1, PEOPLE).mapToObj(company::person).toList();
    var shared = List.of(company.room(first, others), company.room(first, others));
    for (var other : others) {
      var own = List.of(company.room(first, List.of(other)), company.room(first, List.of(other)));
      company.device(other, concat(shared, own)).online();
    }
    company.device(first, company.rooms()).online();
    company.device(first, company.rooms()).online();
  }

  private static void write(Company company, Traffic traffic) {
    var seed = SEED;
    for (var device : company.devices()) {
      for (var room : device.reader().rooms()) {
        traffic.write(device, room, seed++, () -> traffic.messages() >= MESSAGES);
      }
    }
  }

  private static List<String> concat(List<String> one, List<String> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}
