package parley.connections;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import parley.connections.Subscriptions.Opened;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Lets the caller's socket hear rooms: {@code {rooms}} of 1 to 50, answered with those that it
 * hears now. It can be repeated: a room that is heard is heard on.
 *
 * <p>The row stands, pending, before membership is asked for, and is activated only if the very
 * same row is still there. A removal takes the member away first and the rows then: so either the
 * answer came after the removal and says no, or the row is gone and stays so.
 */
record Subscribe(Subscriptions subscriptions, Peer findMembership, Ids ids, Clock clock)
    implements UseCase {

  /** How many rooms one request may name. */
  static final int MOST_ROOMS = 50;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var rooms = input.ids("rooms", MOST_ROOMS).stream().distinct().toList();
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var rows = open(rooms, Callers.connection(request));
    var member = memberships(request.requestId(), request.caller().user(), rooms);
    var heard = Parallel.map(rows, row -> settle(row, member.contains(row.of().room())));
    var body = Json.object();
    var names = body.putArray("rooms");
    for (var i = 0; i < rooms.size(); i++) {
      if (heard.get(i)) {
        names.add(rooms.get(i));
      }
    }
    return Reply.ok(body);
  }

  private List<Row> open(List<String> rooms, Connection listener) {
    Instant expires = clock.instant().plus(Lifetimes.CONNECTION);
    return Parallel.map(
        rooms,
        room -> {
          var subscription = new Subscription(room, listener);
          return new Row(subscription, subscriptions.open(subscription, ids.next(), expires));
        });
  }

  /** Those of the rooms that the user is a member of, as {@code rooms} decides it now. */
  Set<String> memberships(String requestId, String user, List<String> rooms) {
    var question = Json.object().put("user", user);
    question.set("rooms", Json.tree(rooms));
    var reply = findMembership.ask(Request.inside(requestId, question));
    if (!reply.succeeded()) {
      throw new IllegalStateException(
          "membership was asked for, and answered with status " + reply.status());
    }
    var member = new HashSet<String>();
    Json.tree(reply.body()).path("rooms").forEach(room -> member.add(room.asText()));
    return member;
  }

  private boolean settle(Row row, boolean member) {
    if (!member) {
      subscriptions.withdraw(row.of(), row.opened().opening());
      return false;
    }
    return row.opened().active() || subscriptions.activate(row.of(), row.opened().opening());
  }

  private record Row(Subscription of, Opened opened) {}
}
