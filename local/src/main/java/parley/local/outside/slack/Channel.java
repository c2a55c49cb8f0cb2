package parley.local.outside.slack;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/** A channel and its messages. Not for more than one thread. */
final class Channel {

  /** Slack's limit is a message a second; what is a little faster it lets pass. */
  private static final Duration APART = Duration.ofMillis(900);

  final String id;
  final String name;
  boolean hasApp;
  private final TreeMap<String, Message> messages = new TreeMap<>();
  private Instant appWrote = Instant.MIN;
  private String last = "";

  Channel(String id, String name, boolean hasApp) {
    this.id = id;
    this.name = name;
    this.hasApp = hasApp;
  }

  /** A new {@code ts}: the time in seconds, to the microsecond, later than all before. */
  String next(Instant now) {
    var micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    if (!last.isEmpty()) {
      micros = Math.max(micros, Long.parseLong(last.replace(".", "")) + 1);
    }
    last = "%d.%06d".formatted(micros / 1_000_000, micros % 1_000_000);
    return last;
  }

  /** Whether the app may write now; then it may not for a second. */
  boolean appMayWrite(Instant now) {
    if (appWrote.isAfter(Instant.MIN) && now.isBefore(appWrote.plus(APART))) {
      return false;
    }
    appWrote = now;
    return true;
  }

  void put(Message message) {
    messages.put(message.ts(), message);
  }

  Optional<Message> find(String ts) {
    return Optional.ofNullable(messages.get(ts));
  }

  void remove(String ts) {
    messages.remove(ts);
  }

  /** All of them, the oldest first. */
  Collection<Message> all() {
    return messages.values();
  }
}
