package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import parley.addons.slack.Heard.Deleted;
import parley.addons.slack.Heard.Edited;
import parley.addons.slack.Heard.Posted;

/**
 * Reads Slack's Events API: what a person did to a message in a channel.
 *
 * <p>Nothing that a bot wrote is heard, neither of this app nor of another: so two bridges in one
 * channel do not talk to each other for ever.
 */
final class Events {

  /** More of a message is not taken up; a room's message has at most 4,000 characters. */
  private static final int LONGEST = 12_000;

  /**
   * Kinds of messages that people write; all others tell that somebody came or something changed.
   */
  private static final Set<String> WRITTEN =
      Set.of("", "file_share", "me_message", "thread_broadcast");

  private Events() {}

  /** What happened, if it is of any interest here. */
  static Optional<Heard> read(JsonNode callback) {
    var event = callback.path("event");
    var place = new Place(callback.path("team_id").asText(), event.path("channel").asText());
    if (!event.path("type").asText().equals("message") || place.channel().isEmpty()) {
      return Optional.empty();
    }
    return switch (event.path("subtype").asText("")) {
      case "message_changed" -> edited(place, event);
      case "message_deleted" -> deleted(place, event);
      default -> posted(place, event).map(Heard.class::cast);
    };
  }

  private static Optional<Posted> posted(Place place, JsonNode message) {
    var ts = message.path("ts").asText();
    var user = message.path("user").asText();
    if (ts.isEmpty()
        || user.isEmpty()
        || ofBot(message)
        || !WRITTEN.contains(message.path("subtype").asText(""))) {
      return Optional.empty();
    }
    var thread = message.path("thread_ts").asText("");
    return Optional.of(
        new Posted(
            place,
            ts,
            thread.equals(ts) ? "" : thread,
            user,
            shortened(message.path("text").asText("")),
            message.path("files").size()));
  }

  /**
   * Slack also says so where a link's preview was added, or somebody answered in a thread: the text
   * is the same then. A message that has answers is hidden instead of deleted: a tombstone.
   */
  private static Optional<Heard> edited(Place place, JsonNode event) {
    var now = event.path("message");
    var before = event.path("previous_message");
    if (now.path("subtype").asText().equals("tombstone")) {
      return deletion(place, before, now.path("ts").asText());
    }
    var version = now.path("edited").path("ts").asText();
    return version.isEmpty() || now.path("text").equals(before.path("text"))
        ? Optional.empty()
        : posted(place, now).map(message -> new Edited(message, version));
  }

  private static Optional<Heard> deleted(Place place, JsonNode event) {
    return deletion(place, event.path("previous_message"), event.path("deleted_ts").asText());
  }

  private static Optional<Heard> deletion(Place place, JsonNode before, String ts) {
    return ts.isEmpty() || ofBot(before) ? Optional.empty() : Optional.of(new Deleted(place, ts));
  }

  private static boolean ofBot(JsonNode message) {
    return message.hasNonNull("bot_id") || message.hasNonNull("bot_profile");
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
