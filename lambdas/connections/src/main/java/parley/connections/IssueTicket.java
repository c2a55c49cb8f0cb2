package parley.connections;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Gives the caller a ticket for one socket: 201 {@code {ticket, expires}}. */
record IssueTicket(Tickets tickets, Ids ids, Clock clock) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var caller = request.caller();
    if (caller.user().isEmpty()) {
      return Reply.refused(new Refusal(401, "not-signed-in", "sign in to get a ticket"));
    }
    var shown = ids.next();
    var expires = clock.instant().plus(Lifetimes.TICKET).truncatedTo(ChronoUnit.SECONDS);
    tickets.add(new Ticket(Ticket.digest(shown), caller.user(), caller.name(), expires));
    return Reply.created(Json.object().put("ticket", shown).put("expires", Times.text(expires)));
  }
}
