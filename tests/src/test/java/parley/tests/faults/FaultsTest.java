package parley.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.tests.history.Anomaly;
import parley.tests.history.Event;

/** What was acked reaches everybody once and in order, whatever happens on the way. */
@Timeout(600)
class FaultsTest {

  private static final long SEED = Long.getLong("faults.seed", 20261124);
  private static final int MESSAGES = Integer.getInteger("faults.messages", 5_000);
  private static final int PEOPLE = 4;

  private final OwnTwin twin = DisturbedTwin.running();
  private final FaultInterface faults = new FaultInterface(twin.faults());
  private final Traffic traffic = new Traffic();

  @Test
  void messagesFromSocketToSocketUnderFaultsOfEveryKind() throws InterruptedException {
    try (var company = new Company(twin.site(), PEOPLE)) {
      assemble(company);
      var began = System.nanoTime();
      Plan.of(SEED).forEach(faults::add);
      write(company);
      traffic.join();
      faults.clear();
      var anomalies = company.atRest();

      tell(company, anomalies, (System.nanoTime() - began) / 1e9);
      assertThat(anomalies).isEmpty();
      assertThat(traffic.messages()).isGreaterThanOrEqualTo(MESSAGES);
      assertThat(faults.injected()).hasSizeGreaterThanOrEqualTo(10);
    }
  }

  /** Everybody is in the first room; each other room is the first one's and another's. */
  private static void assemble(Company company) throws InterruptedException {
    var first = company.person(0);
    var others = company.people().subList(1, PEOPLE);
    var shared = company.room(first, others);
    for (var other : others) {
      var rooms = List.of(shared, company.room(first, List.of(other)));
      company.device(other, rooms).online();
    }
    company.device(first, company.rooms()).online();
    company.device(first, company.rooms()).online();
    for (var device : company.devices()) {
      device.line();
    }
  }

  private void write(Company company) {
    var seed = SEED;
    for (var device : company.devices()) {
      for (var room : device.reader().rooms()) {
        traffic.write(device, room, seed++, () -> traffic.messages() >= MESSAGES);
      }
    }
  }

  private void tell(Company company, List<Anomaly> anomalies, double seconds) {
    Map<String, Long> injected = faults.injected();
    System.out.printf(
        "under faults: seed %d, %d messages and %d changes of them acked, %d sent again; %d frames and %d syncs;"
            + " %d faults, %s; %d anomalies, %.1f s%n",
        SEED,
        traffic.messages(),
        traffic.acked() - traffic.messages(),
        traffic.retries(),
        company.history().count(Event.Received.class),
        company.history().count(Event.Synced.class),
        injected.values().stream().mapToLong(Long::longValue).sum(),
        injected,
        anomalies.size(),
        seconds);
    Stream.of(anomalies).flatMap(List::stream).limit(5).forEach(System.out::println);
  }
}
