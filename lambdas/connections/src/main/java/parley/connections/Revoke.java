package parley.connections;

import java.util.List;
import java.util.stream.IntStream;
import parley.connections.Sockets.Outcome;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Ends what a person hears, and the sockets they heard it on: {@code {user, room}} in one room,
 * {@code {user}} in all. A record with a caller means the caller's own, in all rooms.
 *
 * <p>When it has answered, no subscription is left that was there when it was called. In one room,
 * sockets are closed before their rows go, so that a repeat of a call that was cut short finds
 * them: a socket that stayed open would be deaf, without knowing, when its user is a member again.
 * One that could not be closed is no failure, for it hears nothing there. In all rooms it is one,
 * because the socket may subscribe again: its connection's row stays, and a repeated call finds it.
 */
record Revoke(Connections connections, Subscriptions subscriptions, Sockets sockets)
    implements UseCase {

  @Override
  public Reply handle(Request request) {
    if (!request.caller().user().isEmpty()) {
      everywhere(request.caller().user());
      return Reply.done();
    }
    var input = request.input();
    var user = input.id("user");
    var room = input.has("room") ? input.id("room") : "";
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    if (room.isEmpty()) {
      everywhere(user);
    } else {
      inRoom(user, room);
    }
    return Reply.done();
  }

  private void inRoom(String user, String room) {
    var rows = subscriptions.of(room, user);
    close(rows.stream().map(Subscription::listener).toList());
    subscriptions.remove(rows);
  }

  private void everywhere(String user) {
    var all = connections.of(user);
    Parallel.map(
        all,
        connection -> {
          subscriptions.remove(subscriptions.of(connection));
          return connection;
        });
    var open = close(all);
    all.stream().filter(connection -> !open.contains(connection)).forEach(connections::remove);
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "%d of %d sockets could not be closed: call again".formatted(open.size(), all.size()));
    }
  }

  /** Closes sockets and gives those that are still open. */
  private List<Connection> close(List<Connection> all) {
    var outcomes = Parallel.map(all, connection -> sockets.close(connection.id()));
    return IntStream.range(0, all.size())
        .filter(i -> outcomes.get(i) != Outcome.DONE && outcomes.get(i) != Outcome.GONE)
        .mapToObj(all::get)
        .toList();
  }
}
