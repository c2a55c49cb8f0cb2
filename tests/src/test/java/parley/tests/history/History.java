package parley.tests.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all clients did and saw, each client's events in their order. Safe for many threads, if one
 * client's events are noted by one thread at a time or their order does not matter.
 */
public final class History {

  private final long began = System.nanoTime();
  private final Map<Client, List<Noted>> tracks = new ConcurrentHashMap<>();

  /**
   * An event and when it was noted.
   *
   * @param at nanoseconds since the history began
   */
  public record Noted(long at, Event event) {

    @Override
    public String toString() {
      return "%.3f s %s".formatted(at / 1e9, event);
    }
  }

  /** Nanoseconds since it began, by the one clock that all events go by. */
  public long now() {
    return System.nanoTime() - began;
  }

  /** Notes an event as happening now. */
  public void note(Event event) {
    note(now(), event);
  }

  /** Notes an event of that time. */
  void note(long at, Event event) {
    var track = tracks.computeIfAbsent(event.client(), _ -> new ArrayList<>());
    synchronized (track) {
      track.add(new Noted(at, event));
    }
  }

  /** Each client's events in their order; to be asked for when nothing is noted any more. */
  Map<Client, List<Noted>> tracks() {
    return tracks;
  }

  /** All events of one kind, each client's in their order. */
  <E extends Event> List<Timed<E>> all(Class<E> kind) {
    var found = new ArrayList<Timed<E>>();
    for (var track : tracks.values()) {
      for (var noted : track) {
        if (kind.isInstance(noted.event())) {
          found.add(new Timed<>(noted.at(), kind.cast(noted.event())));
        }
      }
    }
    return found;
  }

  /** How many events of one kind there are. */
  public long count(Class<? extends Event> kind) {
    return tracks.values().stream()
        .flatMap(List::stream)
        .filter(noted -> kind.isInstance(noted.event()))
        .count();
  }

  /** An event of a known kind and when it was noted. */
  record Timed<E extends Event>(long at, E event) {}
}
