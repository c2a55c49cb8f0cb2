package parley.messages;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Participants in memory. */
final class MemoryParticipants implements Participants {

  private final Map<List<String>, Participant> rows = new HashMap<>();

  @Override
  public synchronized Optional<Participant> find(String room, String user) {
    return Optional.ofNullable(rows.get(List.of(room, user)));
  }

  @Override
  public synchronized Collection<Participant> findAll(String user, Set<String> rooms) {
    return rooms.stream().flatMap(room -> find(room, user).stream()).toList();
  }

  @Override
  public synchronized boolean save(Participant next) {
    var key = List.of(next.room(), next.user());
    var version = rows.containsKey(key) ? rows.get(key).version() : 0;
    if (next.version() != version + 1) {
      return false;
    }
    rows.put(key, next);
    return true;
  }
}
