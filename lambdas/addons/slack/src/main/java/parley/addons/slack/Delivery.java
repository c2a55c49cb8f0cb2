package parley.addons.slack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import parley.addons.slack.Outbox.Sent;
import parley.addons.slack.Outbox.Wanted;

/**
 * Makes a message in a channel be as it is wanted: puts it there, changes it or takes it away.
 *
 * <p>Slack does not know a message that it is sent twice. So it is noted before a message is first
 * sent; if then nobody knows what became of it, the channel is looked through for it, once it would
 * be seen there.
 */
record Delivery(Outbox outbox, Slack slack, Traces traces, Profiles profiles, Clock clock) {

  /**
   * What Slack took is to be seen in the channel after so long: far longer than this app waits for
   * an answer, as Slack may work on after that, and shorter than the 6 minutes after which the
   * queue hands over again what failed.
   */
  static final Duration SEEN = Duration.ofMinutes(1);

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
    if (!sent.ts().isEmpty()) {
      return change(link, wanted, sent.ts());
    }
    return sent.wasTried() ? tried(link, wanted, sent) : add(link, wanted, sent);
  }

  /**
   * Looks for it in the channel. Where it is too early for that: after a first try later, and after
   * others it is a failure, which is counted, so that somebody hears of it in the end.
   */
  private Result tried(Link link, Wanted wanted, Sent sent) {
    var seen = Instant.ofEpochSecond(sent.tried()).plus(SEEN);
    var rest = Duration.between(clock.instant(), seen);
    if (rest.isPositive() && sent.tries() > 1) {
      throw new IllegalStateException("Slack fails again and again, and may take a message yet");
    }
    return rest.isPositive() ? new Later(rest) : look(link, wanted, sent);
  }

  private Result look(Link link, Wanted wanted, Sent sent) {
    return switch (traces.find(link, wanted, sent)) {
      case Slack.Done(var message) ->
          message.isMissingNode()
              ? add(link, wanted, sent)
              : change(link, wanted, message.path("ts").asText());
      case Slack.Wait(var time) -> new Later(time);
      case Slack.Refused(var error) -> new Refused(error);
    };
  }

  private Result add(Link link, Wanted wanted, Sent sent) {
    if (wanted.deleted()) {
      outbox.note(wanted, Sent.known("", wanted.version()));
      return new Nothing();
    }
    var arguments = new HashMap<>(Map.of("channel", link.place().channel()));
    arguments.put("text", Markup.toSlack(wanted.text()));
    arguments.put("metadata", Traces.of(wanted));
    arguments.putAll(sender(wanted));
    var now = Math.max(1, clock.instant().getEpochSecond());
    outbox.note(wanted, Sent.tried(now, sent.tries() + 1));
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
    outbox.note(wanted, Sent.known(ts, wanted.version()));
    return new Delivered();
  }

  /** Slack said that it did not take it: there is nothing to look for. */
  private void untried(Wanted wanted, String ts) {
    if (ts.isEmpty()) {
      outbox.note(wanted, Sent.NEVER);
    }
  }

  /**
   * As whom Slack shows it: a person with a circle of their color in place of the app's picture.
   */
  private Map<String, String> sender(Wanted wanted) {
    if (wanted.user().isEmpty()) {
      return Map.of("username", wanted.from());
    }
    var person = profiles.of(wanted.user());
    return Map.of("username", person.name(), "icon_emoji", Circles.of(person.color()));
  }
}
