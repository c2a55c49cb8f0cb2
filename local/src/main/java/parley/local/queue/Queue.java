package parley.local.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import parley.local.WholeFile;

/**
 * A standard queue, whose messages stand in a file, one a line. Who has received which is forgotten
 * at the end. Safe for many threads.
 */
final class Queue {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Of one message: until when nobody else gets it, since when it is known, and how often. */
  private record Use(String receipt, long hiddenUntil, long first, int count) {}

  private final Attributes attributes;
  private final Path file;
  private final Clock clock;
  private final Map<String, Use> uses = new HashMap<>();

  /**
   * What the template says of a queue.
   *
   * @param name its physical name
   * @param visibility how long a message that was received is hidden from others
   * @param retention how long a message is kept
   */
  record Attributes(String name, Duration visibility, Duration retention) {}

  Queue(Attributes attributes, Path folder, Clock clock) {
    this.attributes = attributes;
    this.file = folder.resolve(attributes.name() + ".jsonl");
    this.clock = clock;
    forgetWhatWasCutShort();
  }

  Attributes attributes() {
    return attributes;
  }

  Path file() {
    return file;
  }

  synchronized void send(String body) {
    var message = new Message(UUID.randomUUID().toString(), clock.millis(), body);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          MAPPER.writeValueAsString(message) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    notifyAll();
  }

  /**
   * Receives messages that nobody else has, oldest first, and waits for one where there is none.
   *
   * @param most how many
   * @param hidden how long others do not get them
   * @param patience how long to wait
   */
  synchronized List<Received> receive(int most, Duration hidden, Duration patience)
      throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (true) {
      var received = take(most, hidden);
      var left = Duration.ofNanos(until - System.nanoTime()).toMillis();
      if (!received.isEmpty() || left <= 0) {
        return received;
      }
      // One that is hidden may come back before another is sent.
      wait(Math.min(left, 1000));
    }
  }

  /** Deletes what was received with this receipt; what nobody has any more is left. */
  synchronized void delete(String receipt) {
    uses.entrySet().stream()
        .filter(use -> use.getValue().receipt().equals(receipt))
        .map(Map.Entry::getKey)
        .findFirst()
        .ifPresent(this::remove);
  }

  /** How many messages can be received now. */
  synchronized long visible() {
    return messages().stream().filter(message -> !hidden(message)).count();
  }

  /** How many messages somebody has received and not deleted. */
  synchronized long inFlight() {
    return messages().stream().filter(this::hidden).count();
  }

  /** The bodies of the newest messages, the newest first. */
  synchronized List<String> newest(int most) {
    return messages().reversed().stream().limit(most).map(Message::body).toList();
  }

  /** A twin that was killed while it wrote a line had told nobody that the message was sent. */
  private void forgetWhatWasCutShort() {
    try {
      if (Files.exists(file)) {
        var text = Files.readString(file);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        if (!whole.equals(text)) {
          WholeFile.write(file, whole.getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Received> take(int most, Duration hidden) {
    var now = clock.millis();
    var received = new ArrayList<Received>();
    for (var message : messages()) {
      if (received.size() < most && !hidden(message)) {
        var before = uses.getOrDefault(message.id(), new Use("", 0, now, 0));
        var use =
            new Use(
                UUID.randomUUID().toString(),
                now + hidden.toMillis(),
                before.first(),
                before.count() + 1);
        uses.put(message.id(), use);
        received.add(new Received(message, use.receipt(), use.first(), use.count()));
      }
    }
    return received;
  }

  private boolean hidden(Message message) {
    var use = uses.get(message.id());
    return use != null && use.hiddenUntil() > clock.millis();
  }

  private List<Message> messages() {
    var since = clock.instant().minus(attributes.retention()).toEpochMilli();
    var messages = new ArrayList<Message>();
    try {
      if (Files.exists(file)) {
        for (var line : Files.readAllLines(file)) {
          messages.add(MAPPER.readValue(line, Message.class));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    messages.removeIf(message -> message.sent() < since);
    return messages;
  }

  private void remove(String id) {
    var lines = new StringBuilder();
    try {
      for (var message : messages()) {
        if (!message.id().equals(id)) {
          lines.append(MAPPER.writeValueAsString(message)).append('\n');
        }
      }
      WholeFile.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    uses.remove(id);
  }
}
