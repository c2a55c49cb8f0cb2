package parley.rooms;

import java.util.Optional;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;

/**
 * The services that must know of a change of membership. All calls may be repeated. They throw
 * where a peer failed, or refused what it should not.
 *
 * @param messages messages.ChangeMembership, which puts changes into the room's log
 * @param connections connections.Revoke, which ends subscriptions
 */
record Peers(Peer messages, Peer connections) {

  private static final int TOO_MANY_REQUESTS = 429;

  /** Ends all that somebody hears in a room. */
  void revoke(String requestId, Membership gone) {
    var body = Json.object().put("user", gone.user()).put("room", gone.room());
    var reply = connections.ask(Request.inside(requestId, body));
    if (!reply.succeeded()) {
      throw refused("connections", reply);
    }
  }

  /**
   * Puts the membership's last change into the log.
   *
   * @return where its entry stands; empty where the room is too busy just now
   */
  Optional<Mark> tell(String requestId, Membership membership) {
    var change = membership.change();
    var body =
        Json.object()
            .put("room", membership.room())
            .put("user", membership.user())
            .put("change", change.kind().text())
            .put("role", membership.role().text())
            .put("by", change.by())
            .put("changeId", change.id());
    var reply = messages.ask(Request.inside(requestId, body));
    if (reply.status() == TOO_MANY_REQUESTS) {
      return Optional.empty();
    }
    if (!reply.succeeded()) {
      throw refused("messages", reply);
    }
    var entry = Json.tree(reply.body());
    return Optional.of(new Mark(entry.path("seq").asLong(), entry.path("messages").asLong()));
  }

  private static IllegalStateException refused(String peer, Reply reply) {
    return new IllegalStateException(
        "%s answered %d: 200 to 299 was expected".formatted(peer, reply.status()));
  }
}
