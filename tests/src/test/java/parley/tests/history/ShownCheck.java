package parley.tests.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether each client showed each room's entries once, in their order, with none left out. */
final class ShownCheck {

  private final History history;
  private final Findings findings;

  ShownCheck(History history, Findings findings) {
    this.history = history;
    this.findings = findings;
  }

  void check() {
    for (var track : history.tracks().values()) {
      var rooms = new HashMap<String, Track>();
      for (var noted : track) {
        if (noted.event() instanceof Event.Shown shown) {
          var before = rooms.computeIfAbsent(shown.room(), _ -> new Track(new HashSet<>()));
          shown.seqs().forEach(seq -> before.show(shown, seq));
        }
      }
    }
  }

  /** What one client showed of one room so far. */
  private final class Track {
    private final Set<Long> seen;
    private long last;

    Track(Set<Long> seen) {
      this.seen = seen;
    }

    void show(Event.Shown shown, long seq) {
      if (!seen.add(seq)) {
        add(Anomaly.Kind.SHOWN_TWICE, shown, List.of(seq), "showed %d twice", seq);
      } else if (seq < last) {
        add(Anomaly.Kind.OUT_OF_ORDER, shown, List.of(seq, last), "showed %d after %d", seq, last);
      } else if (last > 0 && seq > last + 1) {
        add(Anomaly.Kind.GAP, shown, List.of(last, seq), "showed %d right after %d", seq, last);
      }
      last = Math.max(last, seq);
    }

    private void add(
        Anomaly.Kind kind, Event.Shown shown, List<Long> seqs, String what, Object... values) {
      findings.add(kind, shown.client(), shown.room(), seqs, what, values);
    }
  }
}
