package parley.tests.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A room's log at rest, as it was read from the table. */
final class RoomLog {

  /** What a request is known by. */
  record Id(String sender, String clientId) {}

  private final String room;
  private final List<Entry> entries;
  private final Map<Id, Entry> byId = new HashMap<>();
  private final Map<Long, Entry> bySeq = new HashMap<>();
  private final Map<String, Presence> presences = new HashMap<>();

  RoomLog(String room, List<Entry> entries) {
    this.room = room;
    this.entries = entries;
    for (var entry : entries) {
      byId.putIfAbsent(new Id(entry.sender(), entry.clientId()), entry);
      bySeq.put(entry.seq(), entry);
    }
  }

  String room() {
    return room;
  }

  List<Entry> entries() {
    return entries;
  }

  /** The first entry of a request. */
  @Nullable Entry of(String sender, String clientId) {
    return byId.get(new Id(sender, clientId));
  }

  /** The entry at a seq. */
  @Nullable Entry at(long seq) {
    return bySeq.get(seq);
  }

  /** The last seq; 0 where there is none. */
  long tail() {
    return entries.isEmpty() ? 0 : entries.getLast().seq();
  }

  Presence presence(String user) {
    return presences.computeIfAbsent(user, u -> new Presence(entries, u));
  }

  /** Each message with what changes it, in the log's order. */
  Map<Entry, List<Entry>> changes() {
    var changes = new LinkedHashMap<Entry, List<Entry>>();
    for (var entry : entries) {
      if (entry.body() instanceof Body.Message) {
        changes.put(entry, new ArrayList<>(0));
      } else if (changes.get(at(entry.body().about())) instanceof List<Entry> of) {
        of.add(entry);
      }
    }
    return changes;
  }

  /** How many messages stand after a seq. */
  long messagesAfter(long seq) {
    return entries.stream()
        .filter(entry -> entry.seq() > seq && entry.body() instanceof Body.Message)
        .count();
  }
}
