package parley.tests.history;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether what was acked is in the log where the ack said, and no later sync missed it. */
final class AckCheck {

  private final History history;
  private final Map<String, RoomLog> logs;
  private final Findings findings;

  AckCheck(History history, Map<String, RoomLog> logs, Findings findings) {
    this.history = history;
    this.logs = logs;
    this.findings = findings;
  }

  void check() {
    var acks = history.all(Event.Acked.class);
    acks.forEach(timed -> stored(timed.event()));
    seen(acks);
  }

  private void stored(Event.Acked acked) {
    var log = logs.get(acked.room());
    var entry = log == null ? null : log.of(acked.client().user(), acked.clientId());
    if (entry == null) {
      findings.add(Anomaly.Kind.LOST, acked, "was acked at %d and is not there", acked.seq());
    } else if (entry.seq() != acked.seq() || entry.messages() != acked.messages()) {
      findings.add(
          Anomaly.Kind.WRONG_ACK,
          acked,
          "was acked at %d, message %d, and stands at %d, message %d",
          acked.seq(),
          acked.messages(),
          entry.seq(),
          entry.messages());
    }
  }

  /** Every sync that was asked for after an ack must know a tail that is not before it. */
  private void seen(List<History.Timed<Event.Acked>> acks) {
    var known = new HashMap<String, TreeMap<Long, Long>>();
    acks.stream()
        .sorted(Comparator.comparing(History.Timed::at))
        .forEach(
            timed -> {
              var tails = known.computeIfAbsent(timed.event().room(), _ -> new TreeMap<>());
              var last = tails.lastEntry();
              if (last == null || last.getValue() < timed.event().seq()) {
                tails.put(timed.at(), timed.event().seq());
              }
            });
    for (var timed : history.all(Event.Synced.class)) {
      var synced = timed.event();
      var before = known.getOrDefault(synced.room(), new TreeMap<>()).lowerEntry(synced.asked());
      if (before != null && synced.tail() < before.getValue()) {
        findings.add(
            Anomaly.Kind.STALE,
            synced.client(),
            synced.room(),
            List.of(before.getValue(), synced.tail()),
            "was told that the log ends at %d, after %d was acked",
            synced.tail(),
            before.getValue());
      }
    }
  }
}
