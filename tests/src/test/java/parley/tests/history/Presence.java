package parley.tests.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** When, by a log's numbers, somebody was a member of its room. */
final class Presence {

  private final TreeMap<Long, Body.Membership> changes = new TreeMap<>();

  Presence(List<Entry> log, String user) {
    for (var entry : log) {
      if (entry.body() instanceof Body.Membership change && change.user().equals(user)) {
        changes.put(entry.seq(), change);
      }
    }
  }

  /** True where they were a member when the entry at that seq was written. */
  boolean before(long seq) {
    return isMember(changes.lowerEntry(seq));
  }

  /** True where they are a member at the log's end. */
  boolean atTheEnd() {
    return isMember(changes.lastEntry());
  }

  /** Their changes by their seqs. */
  TreeMap<Long, Body.Membership> changes() {
    return changes;
  }

  private static boolean isMember(Map.Entry<Long, Body.Membership> change) {
    return change != null && !change.getValue().ends();
  }
}
