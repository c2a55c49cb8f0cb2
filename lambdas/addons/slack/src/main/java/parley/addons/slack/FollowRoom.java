package parley.addons.slack;

import static java.util.function.Predicate.not;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import parley.addons.slack.Outbox.Wanted;

/**
 * Puts what happens in a linked room into the outbox, and wakes whoever sends it. What came from
 * Slack does not go back there.
 *
 * @param wake takes the room's id
 */
record FollowRoom(Links links, Outbox outbox, Consumer<String> wake) {

  /** The log's name for whoever writes what came from Slack. */
  private static final String OURS = "app-" + Room.APP;

  /** One event of the bus, by its detail: an entry of a room. */
  void follow(JsonNode entry) {
    if (entry.path("sender").asText().equals(OURS)
        || entry.path("app").asText("").equals(Room.APP)) {
      return;
    }
    var wanted = wanted(entry);
    var link = links.anyOfRoom(wanted.room());
    if (link.filter(found -> found.stands() && wanted.seq() > found.since()).isPresent()) {
      outbox.put(wanted);
      wake.accept(wanted.room());
    } else if (link.filter(not(Link::stands)).isPresent()) {
      wake.accept(wanted.room()); // Whoever ended it may have got no further.
    }
  }

  private static Wanted wanted(JsonNode entry) {
    var seq = entry.path("seq").asLong();
    var message = entry.path("kind").asText().equals("message");
    var app = entry.path("app").asText("");
    var sender = entry.path("sender").asText();
    // Through an add-on a person may write too, in their own name.
    var person = !sender.equals("app-" + app);
    return new Wanted(
        entry.path("room").asText(),
        message ? seq : entry.path("target").asLong(),
        seq,
        entry.path("kind").asText().equals("deletion"),
        entry.path("text").asText(""),
        person ? sender : "",
        person ? "" : entry.path("from").asText(app));
  }
}
