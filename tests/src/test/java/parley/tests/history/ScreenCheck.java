package parley.tests.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether each member's client shows, at rest, what the log has. */
final class ScreenCheck {

  private final Map<String, RoomLog> logs;
  private final Requests requests;
  private final Findings findings;
  private final Map<Changes.Key, Screen.Mark> marks = new HashMap<>();
  private final Map<String, Map<Long, Body.Message>> standing = new HashMap<>();

  ScreenCheck(History history, Map<String, RoomLog> logs, Requests requests, Findings findings) {
    this.logs = logs;
    this.requests = requests;
    this.findings = findings;
    for (var timed : history.all(Event.Read.class)) {
      var read = timed.event();
      var mark = new Screen.Mark(read.seq(), read.messages());
      marks.merge(new Changes.Key(read.room(), read.client().user()), mark, Screen.Mark::later);
    }
  }

  void check(List<Screen> screens) {
    for (var screen : screens) {
      var log = logs.get(screen.room());
      if (log != null && log.presence(screen.client().user()).atTheEnd()) {
        complete(screen, log);
        content(screen, log);
        unread(screen, log);
      }
    }
  }

  private void complete(Screen screen, RoomLog log) {
    var last = screen.entries().isEmpty() ? screen.first() - 1 : screen.entries().getLast().seq();
    if (last < log.tail()) {
      add(
          Anomaly.Kind.UNHEALED,
          screen,
          List.of(last, log.tail()),
          "shows up to %d, and the log ends at %d",
          last,
          log.tail());
    }
  }

  private void content(Screen screen, RoomLog log) {
    for (var shown : screen.entries()) {
      var stored = log.at(shown.seq());
      if (stored == null || !isSame(shown, stored, log)) {
        add(
            Anomaly.Kind.SHOWN_OTHERWISE,
            screen,
            List.of(shown.seq()),
            "shows %s, and the log has %s",
            shown,
            stored);
      }
    }
  }

  private boolean isSame(Entry shown, Entry stored, RoomLog log) {
    if (!shown.sender().equals(stored.sender())
        || !shown.clientId().equals(stored.clientId())
        || shown.messages() != stored.messages()) {
      return false;
    }
    return switch (shown.body()) {
      case Body.Message message -> isSame(message, standing(log).get(shown.seq()));
      case Body.Edit edit ->
          stored.body() instanceof Body.Edit other
              && edit.target() == other.target()
              && (edit.text().equals(other.text()) || other.text().isEmpty());
      case Body.Deletion _, Body.Reaction _, Body.Membership _ ->
          shown.body().equals(stored.body());
    };
  }

  /** Which of two deletions at the same time is shown is no matter: nothing is left to see. */
  private static boolean isSame(Body.Message one, Body.Message other) {
    return other != null && (one.equals(other) || (one.deleted() > 0 && other.deleted() > 0));
  }

  private Map<Long, Body.Message> standing(RoomLog log) {
    return standing.computeIfAbsent(
        log.room(),
        _ -> {
          var all = new HashMap<Long, Body.Message>();
          log.changes()
              .forEach((message, of) -> all.put(message.seq(), requests.standing(message, of)));
          return all;
        });
  }

  private void unread(Screen screen, RoomLog log) {
    var key = new Changes.Key(screen.room(), screen.client().user());
    var stored = marks.getOrDefault(key, Screen.Mark.START);
    if (screen.read().seq() < stored.seq()) {
      add(
          Anomaly.Kind.WRONG_MARK,
          screen,
          List.of(screen.read().seq(), stored.seq()),
          "has read up to %d, and %d was stored before",
          screen.read().seq(),
          stored.seq());
    }
    var unread = log.messagesAfter(screen.read().seq());
    if (screen.unread() != unread) {
      add(
          Anomaly.Kind.WRONG_UNREAD,
          screen,
          List.of(screen.read().seq()),
          "has %d unread, and %d stand after %d",
          screen.unread(),
          unread,
          screen.read().seq());
    }
  }

  private void add(
      Anomaly.Kind kind, Screen screen, List<Long> seqs, String what, Object... values) {
    findings.add(kind, screen.client(), screen.room(), seqs, what, values);
  }
}
