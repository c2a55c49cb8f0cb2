package parley.connections;

import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Forgets a socket that closed, and what it heard. A second time does no harm. */
record Disconnect(Connections connections, Subscriptions subscriptions) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var connection = Callers.connection(request);
    subscriptions.remove(subscriptions.of(connection));
    connections.remove(connection);
    return Reply.done();
  }
}
