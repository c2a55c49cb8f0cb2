package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of people in Slack, kept for a while. Not for more than one thread. */
final class People {

  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 1_000;

  /** A room's log takes names of so many code points. */
  private static final int LONGEST = 80;

  private record Known(String name, Instant until) {}

  private final Slack slack;
  private final Clock clock;
  private final Map<String, Known> known = new LinkedHashMap<>();

  People(Slack slack, Clock clock) {
    this.slack = slack;
    this.clock = clock;
  }

  /** The name that somebody shows; their id where Slack knows none. Throws where Slack is busy. */
  String name(String user) {
    var now = clock.instant();
    var found = known.get(user);
    if (found != null && now.isBefore(found.until())) {
      return found.name();
    }
    var asked = slack.call("users.info", Map.of("user", user));
    if (asked instanceof Slack.Wait) {
      throw new IllegalStateException("Slack is too busy to tell a name");
    }
    var name = asked instanceof Slack.Done(var body) ? shown(body.path("user")) : "";
    if (name.isEmpty()) {
      return shortened(user);
    }
    keep(user, new Known(name, now.plus(KEPT)));
    return name;
  }

  private void keep(String user, Known name) {
    known.put(user, name);
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }

  private static String shown(JsonNode user) {
    for (var place : new String[] {"/profile/display_name", "/real_name", "/name"}) {
      var name = Markup.beginning(user.at(place).asText(""), id -> id, LONGEST - 1);
      if (!name.isEmpty()) {
        return name;
      }
    }
    return "";
  }

  private static String shortened(String id) {
    return id.isEmpty() ? "somebody" : id.substring(0, Math.min(id.length(), LONGEST));
  }
}
