package parley.addons.slack;

import java.util.Optional;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Refusal;
import parley.kernel.Request;

/**
 * Who may see a room's link, and who may change it.
 *
 * @param describeRoom rooms' function of that name
 */
record Owners(Peer describeRoom) {

  /** Why somebody may not see it; empty where they are a member. */
  Optional<Refusal> see(Request request, String room) {
    return role(request, room).isEmpty() ? Optional.of(Refusal.notFound("room")) : Optional.empty();
  }

  /** Why somebody may not change it; empty where they are an owner. */
  Optional<Refusal> change(Request request, String room) {
    return switch (role(request, room)) {
      case "owner" -> Optional.empty();
      case "" -> Optional.of(Refusal.notFound("room"));
      default -> Optional.of(Refusal.forbidden("only an owner of the room may do this"));
    };
  }

  private String role(Request request, String room) {
    var asked = Json.object().put("room", room).put("user", request.caller().user());
    var reply = describeRoom.ask(Request.inside(request.requestId(), asked));
    return Json.tree(reply.body()).path("role").asText("");
  }
}
