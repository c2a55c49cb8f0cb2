package parley.connections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Connections in memory. */
final class FakeConnections implements Connections {

  /** When each was made, by its listener's name. */
  final Map<String, Instant> rows = new ConcurrentSkipListMap<>();

  @Override
  public void add(Connection connection, Instant connectedAt, Instant expires) {
    rows.put(connection.listener(), connectedAt);
  }

  @Override
  public void remove(Connection connection) {
    rows.remove(connection.listener());
  }

  @Override
  public void removeIfOlder(Connection connection, Instant connectedBefore) {
    rows.computeIfPresent(
        connection.listener(), (key, at) -> at.isBefore(connectedBefore) ? null : at);
  }

  @Override
  public List<Connection> of(String user) {
    return rows.keySet().stream()
        .map(Connection::ofListener)
        .filter(connection -> connection.user().equals(user))
        .toList();
  }
}
