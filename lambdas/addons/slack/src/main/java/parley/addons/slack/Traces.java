package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.addons.slack.Outbox.Sent;
import parley.addons.slack.Outbox.Wanted;
import parley.kernel.Json;

/**
 * What is sent with each message and people do not see, its room and seq: by that it is found again
 * in the channel.
 */
record Traces(Slack slack) {

  /** Names a message's room and seq, for this app alone. */
  private static final String KIND = "parley_message";

  /** Slack's clock may be so far behind. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Slack advises to ask for so many at once at most. */
  private static final String PAGE = "200";

  /** More than stands within the time that is looked through, unless the channel is flooded. */
  private static final int PAGES = 5;

  /** What is sent with a message. */
  static String of(Wanted wanted) {
    var json = Json.object().put("event_type", KIND);
    json.putObject("event_payload").put("room", wanted.room()).put("seq", wanted.seq());
    return Json.write(json);
  }

  /**
   * Looks through the channel around the time at which a message was tried.
   *
   * @return what Slack answers; where it was done the message, which is missing where it was not
   *     found
   */
  Slack.Answer find(Link link, Wanted wanted, Sent sent) {
    var asked = new HashMap<>(window(link, sent));
    for (var page = 0; page < PAGES; page++) {
      var answer = slack.call("conversations.history", asked);
      if (!(answer instanceof Slack.Done(var history))) {
        return answer;
      }
      var found = in(history, wanted);
      if (found.isPresent()) {
        return new Slack.Done(found.get());
      }
      var next = history.at("/response_metadata/next_cursor").asText("");
      if (next.isEmpty()) {
        break;
      }
      asked.put("cursor", next);
    }
    return new Slack.Done(MissingNode.getInstance());
  }

  private static Map<String, String> window(Link link, Sent sent) {
    return Map.of(
        "channel",
        link.place().channel(),
        "oldest",
        Long.toString(Math.max(0, sent.tried() - SKEW.toSeconds())),
        "latest",
        Long.toString(sent.tried() + SKEW.toSeconds()),
        "limit",
        PAGE,
        "include_all_metadata",
        "true");
  }

  private static Optional<JsonNode> in(JsonNode history, Wanted wanted) {
    return history
        .path("messages")
        .valueStream()
        .filter(message -> message.path("metadata").path("event_type").asText().equals(KIND))
        .filter(message -> payload(message, "room").asText().equals(wanted.room()))
        .filter(message -> payload(message, "seq").asLong() == wanted.seq())
        .findFirst();
  }

  private static JsonNode payload(JsonNode message, String name) {
    return message.path("metadata").path("event_payload").path(name);
  }
}
