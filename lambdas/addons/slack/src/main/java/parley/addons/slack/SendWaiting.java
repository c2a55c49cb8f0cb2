package parley.addons.slack;

import static java.util.function.Predicate.not;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import parley.addons.slack.Outbox.Wanted;
import parley.kernel.Ids;

/**
 * Sends what waits for a room's channel, in the room's order, and no faster than Slack wants it.
 *
 * <pre>
 *   enter the lane ─► send the oldest ─► … ─► leave it ─► does more wait? ─yes─► enter it …
 * </pre>
 *
 * <p>Who puts something into the outbox and finds the lane taken may go: whoever is in it looks
 * once more after they left.
 */
record SendWaiting(
    Links links,
    Announcer announcer,
    Outbox outbox,
    Lane lane,
    Delivery delivery,
    Ids ids,
    Clock clock,
    Pause pause) {

  /** Slack takes about one message a second in a channel. */
  static final Duration EVERY = Duration.ofSeconds(1);

  /** What is longer is waited for in the queue, where it costs nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int PAGE = 25;

  /** The channel is not there for this app any more. */
  private static final Set<String> GONE =
      Set.of("channel_not_found", "not_in_channel", "is_archived");

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    /** Until then. */
    void until(Instant time);
  }

  /**
   * Sends what waits for a room, or tells that its link has ended.
   *
   * @param end after which the rest is for another invocation
   * @return after how long to go on; empty where nothing waits, or somebody else sends
   */
  Optional<Duration> send(String room, Instant end) {
    var holder = ids.next();
    while (ended(room).isPresent() || !outbox.waiting(room, 1).isEmpty()) {
      var next = lane.enter(room, holder);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      var turn = new Turn(room, end, next.get());
      try {
        turn.sendAll();
      } finally {
        lane.leave(room, holder, turn.next);
      }
      if (turn.isOver()) {
        var wait = Duration.between(clock.instant(), turn.next);
        return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
      }
    }
    return Optional.empty();
  }

  private Optional<Link> ended(String room) {
    return links.anyOfRoom(room).filter(not(Link::stands));
  }

  /** One stay in the lane. */
  private final class Turn {

    private final String room;
    private final Instant end;
    private Instant next;

    Turn(String room, Instant end, Instant next) {
      this.room = room;
      this.end = end;
      this.next = next;
    }

    boolean isOver() {
      var now = clock.instant();
      return now.isAfter(end) || next.isAfter(now.plus(PATIENCE));
    }

    void sendAll() {
      ended(room).ifPresent(this::tell);
      for (var waiting = waiting(); !waiting.isEmpty(); waiting = waiting()) {
        for (var wanted : waiting) {
          if (isOver()) {
            return;
          }
          if (!send(wanted)) {
            break; // The oldest one again, before those after it.
          }
        }
      }
    }

    private void tell(Link ended) {
      announcer.tellRoom(ended);
      if (!ended.farewell()) {
        links.forget(ended);
      } else if (!isOver()) {
        pause.until(next);
        announcer.tellChannel(ended).ifPresent(time -> next = clock.instant().plus(time));
      }
    }

    private List<Wanted> waiting() {
      return outbox.waiting(room, PAGE);
    }

    /** False where it is to be tried again. */
    private boolean send(Wanted wanted) {
      var link =
          links.ofRoom(room).flatMap(announcer::told).filter(found -> wanted.seq() > found.since());
      if (link.isEmpty()) {
        outbox.done(wanted);
        return true;
      }
      pause.until(next);
      switch (delivery.deliver(link.get(), wanted)) {
        case Delivery.Nothing _ -> outbox.done(wanted);
        case Delivery.Delivered _ -> {
          next = clock.instant().plus(EVERY);
          outbox.done(wanted);
        }
        case Delivery.Later(var time) -> {
          next = clock.instant().plus(time);
          return false;
        }
        case Delivery.Refused(var error) -> refused(link.get(), wanted, error);
      }
      return true;
    }

    private void refused(Link link, Wanted wanted, String error) {
      if (GONE.contains(error)) {
        var why = "The link with %s has ended: Slack says %s.".formatted(link.name(), error);
        announcer.end(link, why, false); // The channel is not there for this app any more.
        outbox.done(wanted);
      } else {
        throw new IllegalStateException("Slack refuses a message: " + error);
      }
    }
  }
}
