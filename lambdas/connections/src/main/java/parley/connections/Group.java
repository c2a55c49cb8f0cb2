package parley.connections;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** Connections that are to be sent the very same entries, in that order. */
record Group(List<Entry> entries, List<Connection> listeners) {

  /** The rooms that the entries are of. */
  Set<String> rooms() {
    var rooms = new LinkedHashSet<String>();
    entries.forEach(entry -> rooms.add(entry.room()));
    return rooms;
  }

  /** The same in groups of at most so many connections. */
  Stream<Group> split(int most) {
    return listeners.stream()
        .gather(Gatherers.windowFixed(most))
        .map(some -> new Group(entries, some));
  }
}
