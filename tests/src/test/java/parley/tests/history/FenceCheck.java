package parley.tests.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Whether anybody got what was written while they were no member, before somebody asked that they
 * be one again: a member may see all of the log.
 */
final class FenceCheck {

  private final History history;
  private final Map<String, RoomLog> logs;
  private final Changes changes;
  private final Findings findings;
  private final Map<Reappearance, Long> earliest = new HashMap<>();

  /** That somebody becomes a member by the entry at a seq. */
  private record Reappearance(String room, String user, long seq) {}

  FenceCheck(History history, Map<String, RoomLog> logs, Changes changes, Findings findings) {
    this.history = history;
    this.logs = logs;
    this.changes = changes;
    this.findings = findings;
  }

  void check() {
    for (var track : history.tracks().values()) {
      var told = new HashSet<List<Object>>();
      for (var noted : track) {
        var event = noted.event();
        var log = logs.get(event.room());
        if (log != null && (event instanceof Event.Received || event instanceof Event.Synced)) {
          for (var seq : event.seqs()) {
            if (isPast(log, event.client(), seq, noted.at()) && told.add(List.of(log, seq))) {
              findings.add(
                  Anomaly.Kind.HEARD_PAST_FENCE,
                  event.client(),
                  event.room(),
                  List.of(seq),
                  "got %d at %.3f s as no member; their changes are %s",
                  seq,
                  noted.at() / 1e9,
                  log.presence(event.client().user()).changes());
            }
          }
        }
      }
    }
  }

  private boolean isPast(RoomLog log, Client client, long seq, long at) {
    var presence = log.presence(client.user());
    var its = presence.changes().get(seq);
    if (presence.before(seq) || (its != null && !its.ends())) {
      return false;
    }
    for (var later : presence.changes().tailMap(seq).entrySet()) {
      if (!later.getValue().ends()) {
        return at < asked(log, client.user(), later.getKey());
      }
    }
    return true;
  }

  private long asked(RoomLog log, String user, long seq) {
    return earliest.computeIfAbsent(
        new Reappearance(log.room(), user, seq),
        _ -> changes.earliest(log.room(), user, log.presence(user), seq));
  }
}
