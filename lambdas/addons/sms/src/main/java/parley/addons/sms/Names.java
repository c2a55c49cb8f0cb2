package parley.addons.sms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/** What people call themselves. */
@FunctionalInterface
interface Names {

  /** Whom nobody knows by a name. */
  String SOMEBODY = "Somebody";

  /** The names of those of these people who have one, by their ids. */
  Map<String, String> of(List<String> users);

  /** Nobody's: for who has no use for them. */
  static Names none() {
    return _ -> Map.of();
  }

  /** As identity's function ReadProfile knows them, which tells of 100 people at most at once. */
  static Names by(Peer readProfile) {
    return users -> {
      var names = new HashMap<String, String>();
      var some = users.stream().distinct().toList();
      for (var from = 0; from < some.size(); from += 100) {
        var asked = Json.object();
        some.subList(from, Math.min(from + 100, some.size())).forEach(asked.putArray("users")::add);
        var reply = readProfile.ask(Request.inside("sms", asked));
        if (!reply.succeeded()) {
          throw new IllegalStateException("names were refused with " + reply.status());
        }
        Json.tree(reply.body())
            .path("profiles")
            .forEach(p -> names.put(p.path("user").asText(), p.path("name").asText()));
      }
      return names;
    };
  }
}
