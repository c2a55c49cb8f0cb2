package parley.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.tests.history.Body;
import parley.tests.twin.Person;

/** A removed member neither writes nor hears past the fence, however the three race. */
@Timeout(600)
class RemovalTest {

  private static final long SEED = Long.getLong("faults.seed", 20261124);
  private static final int RACES = Integer.getInteger("faults.races", 60);
  private static final int ROOMS = 4;

  /** What the product promises. */
  private static final Duration WITHIN = Duration.ofSeconds(5);

  private final OwnTwin twin = DisturbedTwin.running();

  @Test
  void removalRacesWithSendingAndReceiving() throws Exception {
    try (var company = new Company(twin.site(), ROOMS + 1)) {
      var owner = company.person(0);
      var races = new ArrayList<CompletableFuture<Void>>();
      for (var i = 1; i <= ROOMS; i++) {
        var member = company.person(i);
        var room = company.room(owner, List.of(member));
        var theirs = company.device(member, List.of(room)).online();
        var mine = company.device(owner, List.of(room)).online();
        var race = new Race(company, owner, mine, theirs, room, new SplittableRandom(SEED + i));
        races.add(CompletableFuture.runAsync(race, Thread::startVirtualThread));
      }
      for (var race : races) {
        race.get(500, TimeUnit.SECONDS);
      }
      var anomalies = company.atRest();
      System.out.printf("removals: %d, seed %d, %d anomalies%n", RACES, SEED, anomalies.size());
      assertThat(anomalies).isEmpty();
    }
  }

  private record Race(
      Company company,
      Person owner,
      Device mine,
      Device theirs,
      String room,
      SplittableRandom random)
      implements Runnable {

    @Override
    public void run() {
      try {
        for (var round = 0; round < RACES / ROOMS; round++) {
          round();
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    private void round() throws Exception {
      var line = theirs.line();
      var writing = List.of(writes(theirs), writes(mine));
      // Somewhere among what the two write.
      for (var acks = random.nextInt(3); acks > 0; acks--) {
        new Outbox(mine).carry(room, new Body.Message("before"));
      }
      company.remove(owner, room, theirs.client().user());
      line.ended().get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      for (var writer : writing) {
        writer.join();
      }
      new Outbox(mine).carry(room, new Body.Message("they must not hear this while they are out"));
      company.add(owner, room, theirs.client().user());
      var last = new Outbox(mine).carry(room, new Body.Message("welcome back")).orElseThrow();
      theirs.awaitShown(room, last);
    }

    private Thread writes(Device device) {
      return Thread.ofVirtual()
          .start(
              () -> {
                try {
                  for (var i = 0; i < 3; i++) {
                    new Outbox(device).carry(room, new Body.Message("racing %d".formatted(i)));
                  }
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }
  }
}
