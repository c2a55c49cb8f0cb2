package parley.connections;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Subscriptions in memory; a room whose name is in {@link #unreadable} cannot be read. */
final class FakeSubscriptions implements Subscriptions {

  final Map<Subscription, Opened> rows = new ConcurrentHashMap<>();
  final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  private final Map<String, Instant> shown = new ConcurrentHashMap<>();

  private static final Opened NONE = new Opened("", false);

  /** A room heard by these, without further ado. */
  FakeSubscriptions heard(String room, Connection... listeners) {
    for (var listener : listeners) {
      rows.put(new Subscription(room, listener), new Opened("o", true));
    }
    return this;
  }

  @Override
  public Opened open(Subscription subscription, String opening, Instant expires) {
    return rows.computeIfAbsent(subscription, absent -> new Opened(opening, false));
  }

  @Override
  public boolean activate(Subscription subscription, String opening) {
    var active = new Opened(opening, true);
    rows.computeIfPresent(subscription, (key, row) -> row.opening().equals(opening) ? active : row);
    return active.equals(rows.get(subscription));
  }

  @Override
  public void withdraw(Subscription subscription, String opening) {
    rows.computeIfPresent(subscription, (key, row) -> row.opening().equals(opening) ? null : row);
  }

  @Override
  public void remove(List<Subscription> subscriptions) {
    subscriptions.forEach(rows::remove);
    subscriptions.forEach(row -> shown.keySet().removeIf(key -> key.startsWith(row.toString())));
  }

  @Override
  public List<Connection> listeners(String room) {
    if (unreadable.contains(room)) {
      throw new IllegalStateException("the table does not answer");
    }
    return sorted(row -> row.room().equals(room))
        .filter(row -> rows.getOrDefault(row, NONE).active())
        .map(Subscription::listener)
        .toList();
  }

  @Override
  public boolean show(Subscription subscription, String kind, Instant now, Instant last) {
    var before = shown.getOrDefault(subscription + kind, Instant.MIN);
    if (!rows.getOrDefault(subscription, NONE).active() || before.isAfter(last)) {
      return false;
    }
    shown.put(subscription + kind, now);
    return true;
  }

  @Override
  public List<Connection> listeners(String room, int most) {
    return listeners(room).stream().limit(most).toList();
  }

  @Override
  public List<Subscription> of(String room, String user) {
    return sorted(row -> row.room().equals(room) && row.listener().user().equals(user)).toList();
  }

  @Override
  public List<Subscription> of(Connection connection) {
    return sorted(row -> row.listener().id().equals(connection.id())).toList();
  }

  private Stream<Subscription> sorted(Predicate<Subscription> wanted) {
    return rows.keySet().stream()
        .filter(wanted)
        .sorted(Comparator.comparing(Subscription::toString));
  }
}
