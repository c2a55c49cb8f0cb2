package parley.connections;

import java.util.List;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Sends a part of a large room its entries, for Deliver, which waits for it. */
record DeliverShare(Fanout fanout) implements UseCase {

  @Override
  public Reply handle(Request request) {
    return Reply.ok(fanout.send(List.of(Share.read(request.body()))));
  }
}
