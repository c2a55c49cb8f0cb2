package parley.addons.slack;

import java.util.List;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * What people call themselves.
 *
 * @param readProfile identity's function of that name
 */
record Profiles(Peer readProfile) {

  private static final String NOBODY = "somebody";

  /** The name of each of them, in their order; at most 100. */
  List<String> names(List<String> users) {
    if (users.isEmpty()) {
      return List.of();
    }
    var body = Json.object();
    users.forEach(body.putArray("users")::add);
    var names =
        Json.tree(readProfile.ask(Request.inside(Room.APP, body)).body())
            .path("profiles")
            .valueStream()
            .collect(
                Collectors.toMap(
                    profile -> profile.path("user").asText(),
                    profile -> profile.path("name").asText()));
    return users.stream().map(user -> names.getOrDefault(user, NOBODY)).toList();
  }

  /** The name of one. */
  String name(String user) {
    return names(List.of(user)).getFirst();
  }
}
