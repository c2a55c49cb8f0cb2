package parley.tests.history;

import java.util.List;
import java.util.Map;

/** Whether changes of membership that were acked stand in the log. */
final class ChangeCheck {

  private final Map<String, RoomLog> logs;
  private final Changes changes;
  private final Findings findings;

  ChangeCheck(Map<String, RoomLog> logs, Changes changes, Findings findings) {
    this.logs = logs;
    this.changes = changes;
    this.findings = findings;
  }

  void check() {
    changes.all().forEach((key, requests) -> last(key, requests));
  }

  /** What was asked last, when nothing else was under way, and was done, is how it stands. */
  private void last(Changes.Key key, List<Changes.Request> requests) {
    var last = requests.getLast();
    var log = logs.get(key.room());
    var alone =
        requests.stream().filter(other -> other != last).allMatch(o -> o.ended() < last.began());
    if (log == null || !last.done() || !alone || last.change().change().equals("role")) {
      return;
    }
    if (log.presence(key.user()).atTheEnd() == last.change().ends()) {
      findings.add(
          Anomaly.Kind.UNTOLD,
          key.room(),
          List.copyOf(log.presence(key.user()).changes().keySet()),
          "%s is %s, says the answer, and the log has %s",
          key.user(),
          last.change().change(),
          log.presence(key.user()).changes());
    }
  }
}
