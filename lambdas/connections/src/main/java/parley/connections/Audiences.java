package parley.connections;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Finds who is to be sent what: a room's listeners, and who was given a room just now. */
record Audiences(Subscriptions subscriptions, Connections connections) {

  /**
   * The audience of entries that are committed: it reads after the commit, so that whoever was
   * removed before is not in it.
   */
  Audience of(List<Entry> entries) {
    var byRoom = read(entries, Entry::room, subscriptions::listeners);
    var byUser = read(entries, Entry::newcomer, connections::of);
    var heard = new LinkedHashMap<Connection, List<Entry>>();
    for (var entry : entries) {
      var listeners = byRoom.getOrDefault(entry.room(), Optional.empty());
      var newcomers =
          entry.newcomer().isEmpty()
              ? Optional.of(List.<Connection>of())
              : byUser.getOrDefault(entry.newcomer(), Optional.empty());
      if (listeners.isEmpty() || newcomers.isEmpty()) {
        return new Audience(grouped(heard), Optional.of(entry));
      }
      for (var connection : union(listeners.get(), newcomers.get())) {
        heard.computeIfAbsent(connection, absent -> new ArrayList<>()).add(entry);
      }
    }
    return new Audience(grouped(heard), Optional.empty());
  }

  private static Map<String, Optional<List<Connection>>> read(
      List<Entry> entries,
      Function<Entry, String> name,
      Function<String, List<Connection>> connections) {
    var names = entries.stream().map(name).filter(some -> !some.isEmpty()).distinct().toList();
    var found = Parallel.map(names, some -> attempt(() -> connections.apply(some)));
    var byName = new HashMap<String, Optional<List<Connection>>>();
    for (var i = 0; i < names.size(); i++) {
      byName.put(names.get(i), found.get(i));
    }
    return byName;
  }

  private static Optional<List<Connection>> attempt(Supplier<List<Connection>> reading) {
    try {
      return Optional.of(reading.get());
    } catch (RuntimeException e) {
      System.err.println("listeners could not be read: " + e);
      return Optional.empty();
    }
  }

  private static Set<Connection> union(
      Collection<Connection> listeners, Collection<Connection> newcomers) {
    var all = new LinkedHashSet<>(listeners);
    all.addAll(newcomers);
    return all;
  }

  private static List<Group> grouped(Map<Connection, List<Entry>> heard) {
    var groups = new LinkedHashMap<List<Entry>, List<Connection>>();
    heard.forEach(
        (connection, entries) ->
            groups.computeIfAbsent(entries, absent -> new ArrayList<>()).add(connection));
    return groups.entrySet().stream()
        .map(group -> new Group(group.getKey(), group.getValue()))
        .toList();
  }
}
