package parley.tests.faults;

import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.tests.history.Body;
import parley.tests.history.Client;
import parley.tests.history.Entry;
import parley.tests.history.Event;
import parley.tests.history.History;
import parley.tests.history.Reader;
import parley.tests.twin.Person;

/**
 * A device that behaves as the web client: keeps a line, comes back when it ends, subscribes and
 * then syncs, heals gaps, and asks a silent line whether somebody is there.
 *
 * <pre>
 * offline ──online──► connecting ──subscribed, synced──► live ──ended──► pause ──► connecting
 * </pre>
 */
final class Device implements AutoCloseable {

  /** The web client asks after 5 minutes of silence. */
  private static final Duration CHECK_EVERY = Duration.ofSeconds(3);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI site;
  private final Person person;
  private final Client client;
  private final History history;
  private final Reader reader;
  private final Healer healer;
  private final Set<String> rooms = ConcurrentHashMap.newKeySet();
  private volatile CompletableFuture<Line> line = new CompletableFuture<>();
  private volatile Thread keeper = new Thread(() -> {});

  Device(URI site, Person person, Client client, History history) {
    this.site = site;
    this.person = person;
    this.client = client;
    this.history = history;
    this.reader = new Reader(client, history);
    this.healer = new Healer(person, reader, history, this::tell);
  }

  Person person() {
    return person;
  }

  Client client() {
    return client;
  }

  History history() {
    return history;
  }

  Reader reader() {
    return reader;
  }

  Healer healer() {
    return healer;
  }

  /** Shows these rooms, from their beginning on. */
  Device with(Collection<String> some) {
    rooms.addAll(some);
    some.forEach(room -> reader.open(room, 0));
    return this;
  }

  Device online() {
    keeper = Thread.ofVirtual().name("device " + client).start(this::keep);
    return this;
  }

  /** The line, once there is one. */
  Line line() throws InterruptedException {
    try {
      return line.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Has no line, and wants none. */
  void offline() {
    keeper.interrupt();
    try {
      keeper.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    offline();
  }

  private void keep() {
    var backoff = new Backoff();
    try {
      while (true) {
        try (var next = greeted()) {
          history.note(new Event.Opened(client));
          line.complete(next);
          backoff.succeeded();
          watch(next);
        } catch (NoReply e) {
          // The next one may be luckier.
        }
        if (line.isDone()) {
          history.note(new Event.Closed(client));
          line = new CompletableFuture<>();
        }
        backoff.pause();
      }
    } catch (InterruptedException e) {
      line = new CompletableFuture<>();
    }
  }

  private static void watch(Line next) throws InterruptedException {
    while (true) {
      try {
        next.ended().get(CHECK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        next.check();
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** First it hears, and then it asks for what it missed: so nothing falls between. */
  private Line greeted() throws NoReply, InterruptedException {
    var ticket = Rest.ask(person, "POST", "/tickets", Map.of()).path("ticket").asText();
    var next = Line.open(site, ticket, this::received);
    try {
      var reply = next.ask("subscribe", Map.of("rooms", List.copyOf(rooms)));
      if (reply.path("status").asInt() != 200) {
        throw NoReply.because(reply);
      }
      reply.at("/body/rooms").forEach(room -> reader.open(room.asText(), 0));
      healer.heal(reader.rooms());
      return next;
    } catch (NoReply | InterruptedException e) {
      next.close();
      throw e;
    }
  }

  private void received(List<Entry> entries) {
    var behind = reader.received(entries);
    entries.stream().filter(this::givesRoom).map(Entry::room).forEach(this::hear);
    if (!behind.isEmpty()) {
      healer.healSoon(behind);
    }
    tell();
  }

  /** Waits until it shows that much of a room. */
  synchronized void awaitShown(String room, long seq) throws InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (reader.last(room) < seq) {
      var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(
            "%s shows %s up to %d, and not to %d within %s"
                .formatted(client, room, reader.last(room), seq, PATIENCE));
      }
      wait(left);
    }
  }

  private synchronized void tell() {
    notifyAll();
  }

  private boolean givesRoom(Entry entry) {
    return entry.body() instanceof Body.Membership membership
        && membership.user().equals(client.user())
        && !membership.ends()
        && rooms.contains(entry.room());
  }

  /** Where that fails, the next line hears it. */
  private void hear(String room) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                line().ask("subscribe", Map.of("rooms", List.of(room)));
                healer.healSoon(List.of(room));
              } catch (NoReply e) {
                return;
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
