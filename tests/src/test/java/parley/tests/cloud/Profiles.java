package parley.tests.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import parley.kernel.Reply;
import parley.kernel.Request;

/** Stands in for {@code identity}, which has no part in delivery: everybody exists. */
final class Profiles {

  private Profiles() {}

  static Reply known(Request request) {
    var body = JsonNodeFactory.instance.objectNode();
    var profiles = body.putArray("profiles");
    request.body().path("users").forEach(user -> profiles.addObject().set("user", user));
    return Reply.ok(body);
  }
}
