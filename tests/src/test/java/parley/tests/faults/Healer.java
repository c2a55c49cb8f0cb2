package parley.tests.faults;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.tests.history.History;
import parley.tests.history.News;
import parley.tests.history.Reader;
import parley.tests.twin.Person;

/** Asks for what a device has missed, until nothing is. Safe for many threads. */
final class Healer {

  private final Person person;
  private final Reader reader;
  private final History history;
  private final Set<String> behind = new LinkedHashSet<>();
  private final Runnable healed;
  private boolean healing;

  /**
   * @param healed is told when something came
   */
  Healer(Person person, Reader reader, History history, Runnable healed) {
    this.healed = healed;
    this.person = person;
    this.reader = reader;
    this.history = history;
  }

  /**
   * Returns when these rooms have been synced to their ends; throws where that is not to be had.
   */
  void heal(Collection<String> rooms) throws NoReply {
    var wanted = reader.wanted(rooms);
    while (!wanted.isEmpty()) {
      wanted = reader.wanted(once(wanted));
    }
  }

  /** Heals these rooms meanwhile, and tries again where it fails. */
  void healSoon(Collection<String> rooms) {
    synchronized (this) {
      behind.addAll(rooms);
      if (healing) {
        return;
      }
      healing = true;
    }
    Thread.ofVirtual().start(this::healAll);
  }

  private void healAll() {
    var backoff = new Backoff();
    try {
      for (var some = taken(); !some.isEmpty(); some = taken()) {
        try {
          heal(some);
          backoff.succeeded();
        } catch (NoReply e) {
          synchronized (this) {
            behind.addAll(some);
          }
          backoff.pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Set<String> taken() {
    var taken = Set.copyOf(behind);
    behind.clear();
    healing = !taken.isEmpty();
    return taken;
  }

  private Set<String> once(Map<String, Long> wanted) throws NoReply {
    var asked = history.now();
    var rooms =
        wanted.entrySet().stream()
            .map(room -> Map.of("room", room.getKey(), "after", room.getValue()))
            .toList();
    var answer = Rest.ask(person, "POST", "/sync", Map.of("rooms", List.copyOf(rooms)));
    var still = reader.synced(asked, wanted, News.listOf(answer));
    healed.run();
    return still;
  }
}
