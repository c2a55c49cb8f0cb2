package parley.addons.slack;

import java.util.List;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * How people show themselves.
 *
 * @param readProfile identity's function of that name
 */
record Profiles(Peer readProfile) {

  private static final Profile NOBODY = new Profile("somebody", "");

  /**
   * How one of them does.
   *
   * @param color what stands for them; "" where they are not known
   */
  record Profile(String name, String color) {}

  /** The name of each of them, in their order; at most 100. */
  List<String> names(List<String> users) {
    return all(users).stream().map(Profile::name).toList();
  }

  /** The profile of one. */
  Profile of(String user) {
    return all(List.of(user)).getFirst();
  }

  private List<Profile> all(List<String> users) {
    if (users.isEmpty()) {
      return List.of();
    }
    var body = Json.object();
    users.forEach(body.putArray("users")::add);
    var profiles =
        Json.tree(readProfile.ask(Request.inside(Room.APP, body)).body())
            .path("profiles")
            .valueStream()
            .collect(
                Collectors.toMap(
                    profile -> profile.path("user").asText(),
                    profile ->
                        new Profile(
                            profile.path("name").asText(), profile.path("color").asText(""))));
    return users.stream().map(user -> profiles.getOrDefault(user, NOBODY)).toList();
  }
}
