package parley.connections;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.connections.Sockets.Outcome;

/**
 * Sends entries to connections: in parallel, to each connection its frames one after the other.
 * What is gone is forgotten, what fails is counted; neither fails the others.
 */
record Fanout(Sockets sockets, Subscriptions subscriptions, Connections connections, Clock clock) {

  /** Sends each group its entries. */
  Delivered send(List<Group> groups) {
    return post(groups.stream().flatMap(Fanout::parcels).toList());
  }

  /** Sends one frame, which concerns a room. */
  Delivered send(String room, byte[] frame, List<Connection> listeners) {
    return post(
        listeners.stream().map(to -> new Parcel(to, List.of(frame), Set.of(room))).toList());
  }

  private Delivered post(List<Parcel> parcels) {
    var outcomes = Parallel.map(parcels, this::post);
    var gone =
        outcomes.stream()
            .filter(posted -> posted.last == Outcome.GONE)
            .map(Posted::parcel)
            .toList();
    forget(gone);
    return new Delivered(
        outcomes.stream().mapToInt(Posted::frames).sum(),
        gone.size(),
        (int) outcomes.stream().filter(Posted::failed).count());
  }

  private static Stream<Parcel> parcels(Group group) {
    var frames = Frames.of(group.entries());
    var rooms = group.rooms();
    return group.listeners().stream().map(to -> new Parcel(to, frames, rooms));
  }

  private Posted post(Parcel parcel) {
    var sent = 0;
    for (var frame : parcel.frames) {
      var outcome = sockets.post(parcel.to.id(), frame);
      if (outcome != Outcome.DONE) {
        return new Posted(parcel, sent, outcome);
      }
      sent++;
    }
    return new Posted(parcel, sent, Outcome.DONE);
  }

  /** Only their own rows, and if that fails, the next frame for them finds them gone again. */
  private void forget(List<Parcel> gone) {
    var before = clock.instant().minus(Lifetimes.OPENING);
    try {
      subscriptions.remove(
          gone.stream()
              .flatMap(
                  parcel -> parcel.rooms.stream().map(room -> new Subscription(room, parcel.to)))
              .toList());
      Parallel.map(
          gone,
          parcel -> {
            connections.removeIfOlder(parcel.to, before);
            return parcel;
          });
    } catch (RuntimeException e) {
      System.err.printf("%d gone connections could not be forgotten: %s%n", gone.size(), e);
    }
  }

  private record Parcel(Connection to, List<byte[]> frames, Set<String> rooms) {}

  private record Posted(Parcel parcel, int frames, Outcome last) {
    boolean failed() {
      return last == Outcome.BUSY || last == Outcome.REFUSED;
    }
  }
}
