package parley.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A standard queue, whose messages stand in a file, with how often each was received. Who has which
 * is forgotten at the end. Safe for many threads.
 *
 * <pre>
 * sent ──delay──► visible ──received──► in flight ──deleted──► gone
 *                    ▲                      │
 *                    └──visibility timeout──┤
 *                                           └──received too often──► the queue of the redrive policy
 * </pre>
 */
final class Queue {

  /** A message that is being moved is in neither queue for nobody. */
  private static final Duration MOVING = Duration.ofMinutes(1);

  private final Attributes attributes;
  private final MessageFile file;
  private final Clock clock;
  private final Consumer<Message> tooOften;
  private final Map<String, Held> messages;

  /**
   * What the template says of a queue.
   *
   * @param name its physical name
   * @param visibility how long a message that was received is hidden from others
   * @param retention how long a message is kept
   * @param delay how long a message is hidden after it was sent
   * @param patience how long a receiver waits for a message
   * @param largest the most bytes of a message
   * @param redrive where messages go that were received too often
   */
  record Attributes(
      String name,
      Duration visibility,
      Duration retention,
      Duration delay,
      Duration patience,
      int largest,
      Optional<Redrive> redrive) {}

  /**
   * The queue, with what an earlier twin left in it.
   *
   * @param tooOften takes what was received too often: before it is gone here
   */
  Queue(Attributes attributes, Path folder, Clock clock, Consumer<Message> tooOften) {
    this.attributes = attributes;
    this.file = new MessageFile(folder.resolve(attributes.name() + ".jsonl"));
    this.clock = clock;
    this.tooOften = tooOften;
    this.messages = file.read();
  }

  Attributes attributes() {
    return attributes;
  }

  Path file() {
    return file.path();
  }

  /**
   * Sends a message; it is kept when this returns.
   *
   * @param delay how long nobody receives it
   */
  Message send(String body, JsonNode messageAttributes, Duration delay) {
    var now = clock.millis();
    var message =
        new Message(
            UUID.randomUUID().toString(), now, body, now + delay.toMillis(), messageAttributes, "");
    add(message);
    return message;
  }

  /** Takes a message as it is; one that is here already stays as it was. */
  synchronized void add(Message message) {
    if (!messages.containsKey(message.id())) {
      file.append(message);
      messages.put(message.id(), new Held(message));
      notifyAll();
    }
  }

  /**
   * Receives messages that nobody else has, oldest first, and waits for one where there is none.
   *
   * @param most how many
   * @param hidden how long others do not get them
   * @param patience how long to wait
   */
  List<Received> receive(int most, Duration hidden, Duration patience) throws InterruptedException {
    var until = System.nanoTime() + patience.toNanos();
    while (true) {
      var dead = new ArrayList<Message>();
      var received = take(most, hidden, dead);
      dead.forEach(tooOften);
      forget(dead.stream().map(Message::id).toList());
      var left = Duration.ofNanos(until - System.nanoTime()).toMillis();
      if (!received.isEmpty() || left <= 0) {
        return received;
      }
      awaitMore(left);
    }
  }

  /** Deletes what was received with these receipts; what nobody has any more is left. */
  synchronized void delete(Collection<String> receipts) {
    var wanted = Set.copyOf(receipts);
    forget(
        messages.values().stream()
            .filter(held -> !held.receipt().isEmpty() && wanted.contains(held.receipt()))
            .map(held -> held.message().id())
            .toList());
  }

  /** What was received with this receipt is hidden so much longer from now on. */
  synchronized Change hide(String receipt, Duration time) {
    var found = messages.values().stream().filter(h -> h.receipt().equals(receipt)).findFirst();
    if (found.isEmpty()) {
      return Change.UNKNOWN;
    }
    if (!found.get().isInFlight(clock.millis())) {
      return Change.NOT_IN_FLIGHT;
    }
    found.get().hideUntil(clock.millis() + time.toMillis());
    notifyAll();
    return Change.DONE;
  }

  /** What became of a change of a message's time. */
  enum Change {
    DONE,
    NOT_IN_FLIGHT,
    UNKNOWN
  }

  /** How many messages there are now. */
  synchronized Counts counts() {
    expire();
    var now = clock.millis();
    var visible = messages.values().stream().filter(held -> held.isVisible(now)).count();
    var inFlight = messages.values().stream().filter(held -> held.isInFlight(now)).count();
    return new Counts(visible, inFlight, messages.size() - visible - inFlight);
  }

  /**
   * How many messages there are.
   *
   * @param visible can be received
   * @param inFlight were received and not deleted
   * @param delayed nobody can receive yet
   */
  record Counts(long visible, long inFlight, long delayed) {}

  /** The bodies of the newest messages, the newest first. */
  synchronized List<String> newest(int most) {
    expire();
    return messages.values().stream().toList().reversed().stream()
        .limit(most)
        .map(held -> held.message().body())
        .toList();
  }

  /**
   * @param dead gets those that were received too often
   */
  private synchronized List<Received> take(int most, Duration hidden, List<Message> dead) {
    expire();
    var now = clock.millis();
    var taken = new ArrayList<Held>();
    var received = new ArrayList<Received>();
    for (var held : messages.values()) {
      if (received.size() == most) {
        break;
      }
      if (!held.isVisible(now)) {
        continue;
      }
      if (attributes.redrive().filter(redrive -> held.count() >= redrive.most()).isPresent()) {
        held.hideUntil(now + MOVING.toMillis());
        dead.add(held.message());
      } else {
        received.add(held.receive(UUID.randomUUID().toString(), now, now + hidden.toMillis()));
        taken.add(held);
      }
    }
    if (!taken.isEmpty()) {
      file.count(taken);
    }
    return received;
  }

  /** Until something was sent, or the next that is hidden comes back; the clock may be turned. */
  private synchronized void awaitMore(long most) throws InterruptedException {
    var now = clock.millis();
    var next =
        messages.values().stream().mapToLong(Held::visibleAt).min().orElse(Long.MAX_VALUE) - now;
    wait(Math.max(1, Math.min(Math.min(most, next), 250)));
  }

  private synchronized void forget(Collection<String> ids) {
    if (messages.keySet().removeAll(Set.copyOf(ids))) {
      file.replace(messages.values());
    }
  }

  private void expire() {
    var since = clock.instant().minus(attributes.retention()).toEpochMilli();
    forget(
        messages.values().stream()
            .map(Held::message)
            .filter(message -> message.sent() < since)
            .map(Message::id)
            .toList());
  }
}
