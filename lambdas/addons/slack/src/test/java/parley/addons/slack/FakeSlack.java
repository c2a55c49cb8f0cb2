package parley.addons.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import parley.kernel.Json;
import parley.outside.FakeClock;

/** Slack with one channel, in memory. */
final class FakeSlack implements Slack {

  private final FakeClock clock;

  /** The channel's messages, by their {@code ts}. */
  final TreeMap<String, Map<String, String>> channel = new TreeMap<>();

  /** When messages were put there. */
  final List<Instant> posted = new ArrayList<>();

  /** What was said to who gave a command; to everybody with a "!" before it. */
  final List<String> answers = new ArrayList<>();

  final List<String> calls = new ArrayList<>();

  /** What the next calls are answered, before they are done. */
  final List<Answer> instead = new ArrayList<>();

  boolean member = true;

  /** How many of the next calls are done and their answers lost, and not done and lost. */
  int answersLost;

  int callsLost;

  /** How many of the next messages are lost, while all else is done. */
  int postsLost;

  private int count;

  FakeSlack(FakeClock clock) {
    this.clock = clock;
  }

  @Override
  public Answer call(String method, Map<String, String> arguments) {
    calls.add(method);
    if (!instead.isEmpty()) {
      return instead.removeFirst();
    }
    if (callsLost > 0) {
      callsLost--;
      throw down();
    }
    if (postsLost > 0 && method.equals("chat.postMessage")) {
      postsLost--;
      throw down();
    }
    var answer = done(method, arguments);
    if (answersLost > 0) {
      answersLost--;
      throw down();
    }
    return answer;
  }

  @Override
  public void answer(String address, String text, boolean everybody) {
    if (callsLost > 0) {
      callsLost--;
      throw down();
    }
    answers.add((everybody ? "!" : "") + text);
  }

  /** The texts of the channel, with who they are of. */
  List<String> texts() {
    return channel.values().stream().map(m -> m.get("username") + ": " + m.get("text")).toList();
  }

  private Answer done(String method, Map<String, String> arguments) {
    var body = Json.object().put("ok", true);
    return switch (method) {
      case "users.info" -> {
        var user = body.putObject("user");
        user.put("name", "name-of-" + arguments.get("user")).putObject("profile");
        yield new Done(body);
      }
      case "conversations.info" -> {
        body.putObject("channel").put("name", "general").put("is_member", member);
        yield new Done(body);
      }
      case "conversations.replies" -> {
        body.putArray("messages").addObject().put("text", "What about *tea*?");
        yield new Done(body);
      }
      case "conversations.history" -> new Done(history(body, arguments));
      case "chat.postMessage" -> {
        var ts = "%d.%06d".formatted(clock.instant().getEpochSecond(), ++count);
        channel.put(ts, arguments);
        posted.add(clock.instant());
        yield new Done(body.put("ts", ts));
      }
      case "chat.update" -> {
        var message = new TreeMap<>(channel.get(arguments.get("ts")));
        message.put("text", arguments.get("text"));
        channel.put(arguments.get("ts"), message);
        yield new Done(body);
      }
      case "chat.delete" ->
          channel.remove(arguments.get("ts")) == null
              ? new Refused("message_not_found")
              : new Done(body);
      default -> new Refused("unknown_method");
    };
  }

  /** The newest first, beginning with the message that the cursor names. */
  private ObjectNode history(ObjectNode body, Map<String, String> arguments) {
    var limit = Integer.parseInt(arguments.get("limit"));
    var messages = body.putArray("messages");
    for (var ts : channel.headMap(arguments.getOrDefault("cursor", "9"), true).descendingKeySet()) {
      if (messages.size() == limit) {
        body.putObject("response_metadata").put("next_cursor", ts);
        break;
      }
      var metadata = channel.get(ts).getOrDefault("metadata", "{}");
      messages.addObject().put("ts", ts).set("metadata", Json.read(metadata));
    }
    return body;
  }

  private static UncheckedIOException down() {
    return new UncheckedIOException(new java.io.IOException("Slack is down"));
  }

  static Answer busyFor(int seconds) {
    return new Wait(Duration.ofSeconds(seconds));
  }
}
