package parley.connections;

import java.time.Clock;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Notes a socket that Authorize let in. Throws where the record names no user or connection: API
 * Gateway then refuses the socket.
 */
record Connect(Connections connections, Clock clock) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var now = clock.instant();
    connections.add(Callers.connection(request), now, now.plus(Lifetimes.CONNECTION));
    return Reply.done();
  }
}
