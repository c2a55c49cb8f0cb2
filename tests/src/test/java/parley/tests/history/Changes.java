package parley.tests.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requests to change memberships, by room and user, each with when it began and ended. */
final class Changes {

  /** A request that nobody answered may take effect at any time. */
  private static final long NEVER = Long.MAX_VALUE;

  private final Map<Key, List<Request>> requests = new HashMap<>();

  /** Whose membership. */
  record Key(String room, String user) {}

  /**
   * A request.
   *
   * @param done true where it was answered that it is done
   */
  record Request(Body.Membership change, long began, long ended, boolean done) {}

  private Changes() {}

  static Changes of(History history) {
    var changes = new Changes();
    var answers = new HashMap<String, History.Timed<Event.Changed>>();
    for (var answer : history.all(Event.Changed.class)) {
      answers.put(answer.event().request(), answer);
    }
    for (var asked : history.all(Event.Changing.class)) {
      var event = asked.event();
      var answer = answers.get(event.request());
      changes
          .requests
          .computeIfAbsent(new Key(event.room(), event.user()), _ -> new ArrayList<>())
          .add(
              new Request(
                  new Body.Membership(event.user(), event.change()),
                  asked.at(),
                  answer == null ? NEVER : answer.at(),
                  answer != null && answer.event().done()));
    }
    changes.requests.values().forEach(all -> all.sort(Comparator.comparing(Request::began)));
    return changes;
  }

  Map<Key, List<Request>> all() {
    return requests;
  }

  /**
   * The earliest time at which a request was sent that can have led to the change at {@code seq}:
   * none of its kind began before that was still open when the change before it can have happened.
   */
  long earliest(String room, String user, Presence presence, long seq) {
    var time = 0L;
    for (var change : presence.changes().headMap(seq, true).values()) {
      var before = time;
      time =
          requests.getOrDefault(new Key(room, user), List.of()).stream()
              .filter(request -> request.change().ends() == change.ends())
              .filter(request -> request.ended() >= before)
              .mapToLong(Request::began)
              .min()
              .orElse(before);
    }
    return time;
  }
}
