package parley.addons.triggers.reminders;

import java.util.List;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Who may see a room.
 *
 * @param findMembership rooms' function of that name
 */
record Membership(Peer findMembership) {

  /** Whether a person is a member now. Throws where that cannot be said. */
  boolean has(String requestId, String user, String room) {
    var question = Json.object().put("user", user);
    question.set("rooms", Json.tree(List.of(room)));
    var reply = findMembership.ask(Request.inside(requestId, question));
    if (!reply.succeeded()) {
      throw new IllegalStateException(
          "membership was asked for, and answered with status " + reply.status());
    }
    return Json.tree(reply.body())
        .path("rooms")
        .valueStream()
        .anyMatch(one -> one.asText().equals(room));
  }
}
