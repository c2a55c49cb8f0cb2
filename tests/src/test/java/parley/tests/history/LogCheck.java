package parley.tests.history;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Whether one room's log is what a log must be, whoever has seen it. */
final class LogCheck {

  private final RoomLog log;
  private final Requests requests;
  private final Findings findings;

  LogCheck(RoomLog log, Requests requests, Findings findings) {
    this.log = log;
    this.requests = requests;
    this.findings = findings;
  }

  void check() {
    numbers();
    once();
    for (var entry : log.entries()) {
      if (!(entry.body() instanceof Body.Membership)) {
        origin(entry);
        fence(entry);
      }
    }
    log.changes().forEach(this::inPlace);
  }

  private void numbers() {
    var seq = 0L;
    var messages = 0L;
    for (var entry : log.entries()) {
      if (entry.seq() != seq + 1) {
        add(Anomaly.Kind.NOT_DENSE, entry, "%d follows %d", entry.seq(), seq);
      }
      var count = messages + (entry.body() instanceof Body.Message ? 1 : 0);
      if (entry.messages() != count) {
        add(Anomaly.Kind.WRONG_COUNT, entry, "it counts %d, not %d", entry.messages(), count);
      }
      seq = entry.seq();
      messages = entry.messages();
    }
  }

  private void once() {
    var first = new HashMap<RoomLog.Id, Entry>();
    for (var entry : log.entries()) {
      var earlier = first.putIfAbsent(new RoomLog.Id(entry.sender(), entry.clientId()), entry);
      if (earlier != null) {
        findings.add(
            Anomaly.Kind.STORED_TWICE,
            log.room(),
            List.of(earlier.seq(), entry.seq()),
            "%s of %s stands there twice",
            entry.clientId(),
            entry.sender());
      }
    }
  }

  /** A message's text is looked at with its changes, and an edit's is erased with its message. */
  private void origin(Entry entry) {
    var sent = requests.of(entry);
    if (sent == null) {
      add(Anomaly.Kind.INVENTED, entry, "%s never sent %s", entry.sender(), entry.clientId());
      return;
    }
    var same =
        switch (entry.body()) {
          case Body.Message _ -> sent.body() instanceof Body.Message;
          case Body.Edit(var target, var text) ->
              sent.body() instanceof Body.Edit asked
                  && asked.target() == target
                  && (text.equals(asked.text()) || (text.isEmpty() && isDeleted(target)));
          case Body.Deletion _, Body.Reaction _, Body.Membership _ ->
              entry.body().equals(sent.body());
        };
    if (!same) {
      add(Anomaly.Kind.ALTERED, entry, "it says %s, not %s", entry.body(), sent.body());
    }
  }

  private boolean isDeleted(long target) {
    var entry = log.at(target);
    return entry != null && entry.body() instanceof Body.Message message && message.deleted() > 0;
  }

  private void fence(Entry entry) {
    if (!log.presence(entry.sender()).before(entry.seq())) {
      add(
          Anomaly.Kind.WRITTEN_PAST_FENCE,
          entry,
          "%s was no member then; their changes are %s",
          entry.sender(),
          log.presence(entry.sender()).changes());
    }
  }

  /** A change that nobody was told of may still be on its way into its message. */
  private void inPlace(Entry message, List<Entry> changes) {
    var standing = requests.standing(message, changes);
    if (standing == null || !changes.stream().allMatch(requests::isAcked)) {
      return;
    }
    if (!message.body().equals(standing)) {
      findings.add(
          changes.isEmpty() ? Anomaly.Kind.ALTERED : Anomaly.Kind.WRONG_IN_PLACE,
          log.room(),
          seqs(message, changes),
          "it stands as %s, not as %s",
          message.body(),
          standing);
    }
  }

  static List<Long> seqs(Entry message, List<Entry> changes) {
    return Stream.concat(Stream.of(message.seq()), changes.stream().map(Entry::seq)).toList();
  }

  private void add(Anomaly.Kind kind, Entry entry, String what, Object... values) {
    findings.add(kind, log.room(), List.of(entry.seq()), what, values);
  }
}
