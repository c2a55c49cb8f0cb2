package parley.addons.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import parley.addons.slack.Outbox.Sent;
import parley.addons.slack.Outbox.Wanted;
import parley.kernel.Json;

/**
 * Makes a message in a channel be as it is wanted: puts it there, changes it or takes it away.
 *
 * <p>Slack does not know a message that it is sent twice. So it is noted before a message is first
 * sent; if then nobody knows what became of it, the channel is looked through for it: with each
 * message its room and seq are sent, which people do not see.
 */
record Delivery(Outbox outbox, Slack slack, Profiles profiles, Clock clock) {

  /** Names a message's room and seq, for this app alone. */
  private static final String KIND = "parley_message";

  /** Slack's clock may be so far behind. */
  private static final Duration SKEW = Duration.ofMinutes(5);

  /** Slack gives so many at once, and looking further back would take for ever. */
  private static final String LOOKED_THROUGH = "200";

  /** Of a message that is to be changed: it is not there any more, or is as it stays. */
  private static final Set<String> SETTLED =
      Set.of(
          "message_not_found", "cant_update_message", "cant_delete_message", "edit_window_closed");

  /** Of a message, or a change of one, that Slack never takes; the next one may be better. */
  private static final Set<String> UNFIT = Set.of("msg_too_long", "no_text", "invalid_arguments");

  /** What came of it. */
  sealed interface Result {}

  /** Slack was not asked: it is so already, or never was there. */
  record Nothing() implements Result {}

  /** It is so now. */
  record Delivered() implements Result {}

  /** It is not, and after so long it may be tried again. */
  record Later(Duration time) implements Result {}

  /** It is not, and Slack says why. */
  record Refused(String error) implements Result {}

  Result deliver(Link link, Wanted wanted) {
    var sent = outbox.sent(wanted);
    if (sent.version() >= wanted.version()) {
      return new Nothing();
    }
    if (sent.ts().isEmpty() && sent.wasTried()) {
      return switch (slack.call("conversations.history", window(link, sent))) {
        case Slack.Done(var body) ->
            found(body, wanted)
                .map(ts -> change(link, wanted, ts))
                .orElseGet(() -> add(link, wanted));
        case Slack.Wait(var time) -> new Later(time);
        case Slack.Refused(var error) -> new Refused(error);
      };
    }
    return sent.ts().isEmpty() ? add(link, wanted) : change(link, wanted, sent.ts());
  }

  private Result add(Link link, Wanted wanted) {
    if (wanted.deleted()) {
      outbox.note(wanted, new Sent("", wanted.version(), 0));
      return new Nothing();
    }
    var tried = Math.max(1, clock.instant().getEpochSecond());
    outbox.note(wanted, new Sent("", 0, tried));
    var arguments = new HashMap<>(Map.of("channel", link.place().channel()));
    arguments.put("text", Markup.toSlack(wanted.text()));
    arguments.put("username", name(wanted));
    arguments.put("metadata", Json.write(named(wanted)));
    return result(wanted, "", slack.call("chat.postMessage", arguments));
  }

  private Result change(Link link, Wanted wanted, String ts) {
    var arguments = new HashMap<>(Map.of("channel", link.place().channel(), "ts", ts));
    if (wanted.deleted()) {
      return result(wanted, ts, slack.call("chat.delete", arguments));
    }
    arguments.put("text", Markup.toSlack(wanted.text()));
    return result(wanted, ts, slack.call("chat.update", arguments));
  }

  private Result result(Wanted wanted, String ts, Slack.Answer answer) {
    return switch (answer) {
      case Slack.Done(var body) -> noted(wanted, ts.isEmpty() ? body.path("ts").asText() : ts);
      case Slack.Wait(var time) -> {
        untried(wanted, ts);
        yield new Later(time);
      }
      case Slack.Refused(var error) -> {
        if (UNFIT.contains(error) || (!ts.isEmpty() && SETTLED.contains(error))) {
          System.err.println("Slack did not take a message: " + error);
          yield noted(wanted, ts);
        }
        untried(wanted, ts);
        yield new Refused(error);
      }
    };
  }

  private Result noted(Wanted wanted, String ts) {
    outbox.note(wanted, new Sent(ts, wanted.version(), 0));
    return new Delivered();
  }

  /** Slack said that it did not take it: there is nothing to look for. */
  private void untried(Wanted wanted, String ts) {
    if (ts.isEmpty()) {
      outbox.note(wanted, Sent.NEVER);
    }
  }

  private String name(Wanted wanted) {
    return wanted.user().isEmpty() ? wanted.from() : profiles.name(wanted.user());
  }

  private static JsonNode named(Wanted wanted) {
    var json = Json.object().put("event_type", KIND);
    json.putObject("event_payload").put("room", wanted.room()).put("seq", wanted.seq());
    return json;
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
        LOOKED_THROUGH,
        "include_all_metadata",
        "true");
  }

  private static Optional<String> found(JsonNode history, Wanted wanted) {
    return history
        .path("messages")
        .valueStream()
        .filter(message -> message.path("metadata").path("event_type").asText().equals(KIND))
        .filter(message -> payload(message, "room").asText().equals(wanted.room()))
        .filter(message -> payload(message, "seq").asLong() == wanted.seq())
        .map(message -> message.path("ts").asText())
        .findFirst();
  }

  private static JsonNode payload(JsonNode message, String name) {
    return message.path("metadata").path("event_payload").path(name);
  }
}
