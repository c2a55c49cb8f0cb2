package parley.rooms;

import java.util.List;
import java.util.Map;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Refusal;
import parley.kernel.Request;

/**
 * Who there is.
 *
 * @param identity identity.ReadProfile
 */
record People(Peer identity) {

  /** There is nobody of that id, or they have never been here. */
  static final Refusal NOBODY = Refusal.notFound("person");

  /** True where the user has a profile. Throws where that cannot be found out. */
  boolean exist(String requestId, String user) {
    var reply = identity.ask(Request.inside(requestId, Map.of("users", List.of(user))));
    if (!reply.succeeded()) {
      throw new IllegalStateException(
          "identity answered %d: 200 to 299 was expected".formatted(reply.status()));
    }
    return !Json.tree(reply.body()).path("profiles").isEmpty();
  }
}
