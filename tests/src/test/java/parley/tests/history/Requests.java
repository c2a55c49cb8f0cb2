package parley.tests.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was asked to be appended, and how each message comes to stand by it. */
final class Requests {

  private final Map<RoomLog.Id, Event.Sent> sent = new HashMap<>();
  private final Set<RoomLog.Id> acked = new HashSet<>();

  Requests(History history) {
    for (var timed : history.all(Event.Sent.class)) {
      sent.put(id(timed.event(), timed.event().clientId()), timed.event());
    }
    for (var timed : history.all(Event.Acked.class)) {
      acked.add(id(timed.event(), timed.event().clientId()));
    }
  }

  /** The request that an entry came of; null where nobody sent such a one to that room. */
  Event.@Nullable Sent of(Entry entry) {
    var found = sent.get(new RoomLog.Id(entry.sender(), entry.clientId()));
    return found == null || !found.room().equals(entry.room()) ? null : found;
  }

  /** True where its sender knows that the entry is there, and all is done that it asks for. */
  boolean isAcked(Entry entry) {
    return acked.contains(new RoomLog.Id(entry.sender(), entry.clientId()));
  }

  /** The message as its changes make it, in the log's order; null where nobody sent it. */
  Body.@Nullable Message standing(Entry message, List<Entry> changes) {
    var origin = of(message);
    if (origin == null || !(origin.body() instanceof Body.Message first)) {
      return null;
    }
    var now = first;
    for (var change : changes) {
      var asked = of(change);
      now = now.after(asked == null ? change : as(change, asked.body()));
    }
    return now;
  }

  private static Entry as(Entry entry, Body body) {
    return new Entry(
        entry.room(), entry.seq(), entry.messages(), entry.sender(), entry.clientId(), body);
  }

  private static RoomLog.Id id(Event event, String clientId) {
    return new RoomLog.Id(event.client().user(), clientId);
  }
}
