package parley.tests.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What a few clients did and saw in one room, told by hand. Times are in steps, not nanoseconds.
 */
final class Story {

  static final String ROOM = "r";
  static final Client ADA = new Client("ada", "1");
  static final Client BOB = new Client("bob", "1");

  final History history = new History();
  final List<Entry> log = new ArrayList<>();
  private final List<Screen> screens = new ArrayList<>();
  private final Map<Client, Screen.Mark> marks = new HashMap<>();
  private long time = 1;
  private int ids;

  /** A room of Ada's and Bob's. */
  static Story begun() {
    var story = new Story();
    story.changes(ADA, "ada", "joined");
    story.changes(ADA, "bob", "added");
    return story;
  }

  void note(Event event) {
    history.note(time++, event);
  }

  long now() {
    return time;
  }

  /** Sent, stored and acked. */
  Entry says(Client client, Body body) {
    var entry = store(sends(client, body));
    acks(entry);
    return entry;
  }

  Event.Sent sends(Client client, Body body) {
    var sent = new Event.Sent(client, ROOM, "id-" + ids++, log.size(), body);
    note(sent);
    return sent;
  }

  Entry store(Event.Sent sent) {
    return store(sent.client().user(), sent.clientId(), sent.body());
  }

  Entry store(String sender, String clientId, Body body) {
    var messages = log.stream().filter(entry -> entry.body() instanceof Body.Message).count();
    var count = body instanceof Body.Message ? messages + 1 : messages;
    var entry = new Entry(ROOM, log.size() + 1L, count, sender, clientId, body);
    log.add(entry);
    fold(entry);
    return entry;
  }

  void acks(Entry entry) {
    note(
        new Event.Acked(
            new Client(entry.sender(), "1"),
            ROOM,
            entry.clientId(),
            entry.seq(),
            entry.messages()));
  }

  /** A change of membership, asked for, stored and acked. */
  Entry changes(Client by, String user, String change) {
    var request = "request-" + ids++;
    note(new Event.Changing(by, ROOM, request, user, change));
    var entry = store(by.user(), request, new Body.Membership(user, change));
    note(new Event.Changed(by, ROOM, request, true));
    return entry;
  }

  /** Another entry in an entry's place. */
  void replace(Entry entry, Body body) {
    log.set(log.indexOf(entry), with(entry, body));
  }

  /** The log without an entry, with the others where they are. */
  void lose(Entry entry) {
    log.remove(entry);
  }

  void reads(Client client, Screen.Mark mark) {
    note(new Event.Read(client, ROOM, mark.seq(), mark.messages()));
    marks.merge(client, mark, Screen.Mark::later);
  }

  void got(Client client, Long... seqs) {
    note(new Event.Received(client, ROOM, List.of(seqs)));
  }

  void shows(Client client, Long... seqs) {
    note(new Event.Shown(client, ROOM, List.of(seqs)));
  }

  /** Shows at rest what the log has, with as many unread as there are. */
  void rests(Client client) {
    var read = marks.getOrDefault(client, Screen.Mark.START);
    rests(client, log, read, log.getLast().messages() - read.messages());
  }

  void rests(Client client, List<Entry> shown, Screen.Mark read, long unread) {
    screens.add(new Screen(client, ROOM, 1, List.copyOf(shown), read, unread));
  }

  List<Anomaly> anomalies() {
    return Checker.check(history, Map.of(ROOM, log), screens);
  }

  /** The kinds of what is wrong. */
  TreeSet<Anomaly.Kind> kinds() {
    var kinds = new TreeSet<Anomaly.Kind>();
    anomalies().forEach(anomaly -> kinds.add(anomaly.kind()));
    return kinds;
  }

  static Entry with(Entry entry, Body body) {
    return new Entry(
        entry.room(), entry.seq(), entry.messages(), entry.sender(), entry.clientId(), body);
  }

  private void fold(Entry change) {
    for (var i = 0; i < log.size(); i++) {
      var entry = log.get(i);
      if (entry.seq() == change.body().about() && entry.body() instanceof Body.Message message) {
        log.set(i, with(entry, message.after(change)));
      }
    }
  }
}
