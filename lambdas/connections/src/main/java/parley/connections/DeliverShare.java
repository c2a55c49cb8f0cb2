package parley.connections;

import java.util.List;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;
import parley.kernel.Violation;

/**
 * Sends a part of a large room its entries, for Deliver, which waits for it. Refuses a share with a
 * listener that is none, before anything is sent.
 */
record DeliverShare(Fanout fanout) implements UseCase {

  @Override
  public Reply handle(Request request) {
    Group group;
    try {
      group = Share.read(request.body());
    } catch (IllegalArgumentException e) {
      return Reply.refused(
          Refusal.invalid(List.of(new Violation("listeners", "must be texts user#connection"))));
    }
    return Reply.ok(fanout.send(List.of(group)));
  }
}
