package parley.local.outside.slack;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The workspace: its people, and what stands in its channels. Safe for many threads. */
final class Workspace {

  static final String TEAM = "T0TWIN";
  static final String APP = "A0TWIN";
  static final String BOT = "B0TWIN";
  static final String BOT_USER = "U0BOT";

  /** People by their ids, with the names that they show. */
  static final SortedMap<String, String> PEOPLE =
      new TreeMap<>(Map.of("U0MILO", "Milo", "U0NORA", "Nora"));

  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final Clock clock;

  Workspace(Clock clock) {
    this.clock = clock;
    add(new Channel("C0GENERAL", "general", true));
    add(new Channel("C0RANDOM", "random", false));
  }

  private void add(Channel channel) {
    channels.put(channel.id, channel);
  }

  /** What came of the app's wish. */
  record Outcome(String error, @Nullable Message before, @Nullable Message message) {

    static Outcome refused(String error) {
      return new Outcome(error, null, null);
    }
  }

  synchronized List<String> names() {
    return channels.values().stream().map(channel -> channel.name).toList();
  }

  synchronized Optional<Channel> named(String name) {
    return channels.values().stream().filter(channel -> channel.name.equals(name)).findFirst();
  }

  synchronized Optional<Channel> find(String id) {
    return Optional.ofNullable(channels.get(id));
  }

  /** A person writes. */
  synchronized Message write(Channel channel, String user, String text, String thread) {
    var message = new Message(channel.next(now()), thread, user, "", "", text, "", null);
    channel.put(message);
    return message;
  }

  /** A person, or the app, changes a message. Gives how it is then. */
  synchronized Message change(Channel channel, Message message, String text) {
    var changed = message.changed(text, channel.next(now()));
    channel.put(changed);
    return changed;
  }

  synchronized void delete(Channel channel, Message message) {
    channel.remove(message.ts());
  }

  synchronized Optional<Message> message(Channel channel, String ts) {
    return channel.find(ts);
  }

  synchronized void invite(Channel channel, boolean in) {
    channel.hasApp = in;
  }

  synchronized List<Message> all(Channel channel) {
    return List.copyOf(channel.all());
  }

  /** The app writes. */
  synchronized Outcome post(Channel channel, Map<String, String> asked) {
    var text = asked.getOrDefault("text", "");
    if (!channel.hasApp) {
      return Outcome.refused("not_in_channel");
    }
    if (text.isEmpty()) {
      return Outcome.refused("no_text");
    }
    if (!channel.appMayWrite(now())) {
      return Outcome.refused("ratelimited");
    }
    var metadata = asked.containsKey("metadata") ? Json.read(asked.get("metadata")) : null;
    var message =
        new Message(
            channel.next(now()),
            asked.getOrDefault("thread_ts", ""),
            BOT_USER,
            asked.getOrDefault("username", "app"),
            asked.getOrDefault("icon_emoji", ""),
            text,
            "",
            metadata);
    channel.put(message);
    return new Outcome("", null, message);
  }

  private Instant now() {
    return clock.instant();
  }
}
