package parley.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** The service over fakes, as its callers see it. */
final class IdentityFixture {

  final Steps steps = new Steps();
  final FakeProfiles profiles = new FakeProfiles(steps);
  final FakeNames names = new FakeNames(steps);
  final Registration registration = new Registration(profiles, names);
  final UseCase read = new ReadProfile(profiles, registration);
  final UseCase update = new UpdateProfile(profiles, names, registration);
  final UseCase find = new FindPeople(profiles, names);

  /** The caller's own profile, after they have signed in under that name. */
  JsonNode signIn(String user, String tokenName) {
    return Json.tree(read.handle(request(user, tokenName, Json.object(), Json.object())).body());
  }

  /** Asks as that user; parameters and body are JSON with single quotes. */
  static Reply ask(UseCase useCase, String user, String params, String body) {
    return useCase.handle(request(user, "", object(params), object(body)));
  }

  /** The users that a query finds, in their order. */
  List<String> found(String query) {
    var reply = find.handle(request("asker", "", Json.object().put("query", query), Json.object()));
    return Json.tree(reply.body()).path("profiles").findValuesAsText("user");
  }

  static List<String> refused(Reply reply) {
    return reply.body() instanceof Refusal refusal
        ? refusal.errors().stream().map(e -> e.field()).toList()
        : List.of();
  }

  private static Request request(String user, String name, ObjectNode params, ObjectNode body) {
    return new Request("r", new Caller(user, name, ""), params, body);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) Json.read(json.replace('\'', '"'));
  }
}
