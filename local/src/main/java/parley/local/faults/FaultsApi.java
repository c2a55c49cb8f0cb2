package parley.local.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import parley.local.iam.Grant;
import parley.local.iam.Revocable;

/**
 * What can be asked of the fault interface, in JSON.
 *
 * <ul>
 *   <li>{@code GET /}: the kinds, what their rules may say, and the names that they can be about
 *   <li>{@code GET /rules}, {@code POST /rules}, {@code DELETE /rules}; {@code GET} and {@code
 *       DELETE /rules/ID}
 *   <li>{@code GET /injected}: how often each kind has happened
 *   <li>{@code POST /sockets/CONNECTION}: {@code {"kind": "cut"}}, {@code half-open}, {@code stall}
 *   <li>{@code GET /revoked}; {@code PUT /revoked}: {@code {"grant": "POLICY STATEMENT ACTION
 *       RESOURCE"}}; {@code DELETE /revoked}
 *   <li>{@code GET /clock}; {@code POST /clock}: {@code {"forward": "PT2H"}}
 * </ul>
 */
final class FaultsApi {

  private final RuleJson reader;
  private final Rules rules;
  private final DisturbedSockets sockets;
  private final Faults.Sockets open;
  private final Revocable grants;
  private final ClockApi clock;
  private final Consumer<String> console;

  /**
   * A request.
   *
   * @param foreign whether a page of some origin sent it
   * @param type the media type of what was sent
   */
  record Asked(String method, String path, boolean foreign, String type, byte[] body) {}

  /** An answer. */
  record Reply(int status, JsonNode body) {}

  FaultsApi(
      RuleJson reader,
      Rules rules,
      DisturbedSockets sockets,
      Faults.Sockets open,
      Revocable grants,
      TurnedForward clock,
      Consumer<String> console) {
    this.reader = reader;
    this.rules = rules;
    this.sockets = sockets;
    this.open = open;
    this.grants = grants;
    this.clock = new ClockApi(clock, rules, console);
    this.console = console;
  }

  Reply answer(Asked asked) {
    try {
      if (asked.foreign()) {
        throw new Invalid(403, "foreign-origin", "no page may ask for faults: send no Origin");
      }
      var parts = asked.path().substring(1).split("/", 2);
      return switch (parts[0]) {
        case "" -> new Reply(200, get(asked, this::allowed));
        case "rules" -> parts.length == 1 ? rules(asked) : rule(asked, parts[1]);
        case "injected" -> new Reply(200, get(asked, this::injected));
        case "sockets" -> socket(asked, parts.length == 1 ? "" : parts[1]);
        case "revoked" -> revoked(asked);
        case "clock" -> clock.answer(asked);
        default ->
            throw new Invalid(
                404,
                "unknown-path",
                "there is nothing at %s; there is /, /rules, /rules/ID, /injected, /sockets/CONNECTION, /revoked, /clock"
                    .formatted(asked.path()));
      };
    } catch (Invalid e) {
      return new Reply(e.status(), object().put("code", e.code()).put("message", e.getMessage()));
    }
  }

  private Reply rules(Asked asked) throws Invalid {
    return switch (asked.method()) {
      case "GET" -> {
        var list = RuleJson.JSON.createArrayNode();
        rules.all().forEach(rule -> list.add(RuleJson.write(rule)));
        yield new Reply(200, list);
      }
      case "POST" -> {
        var added = rules.add(reader.read(body(asked)));
        console.accept("faults: " + RuleJson.write(added));
        yield new Reply(201, RuleJson.write(added));
      }
      case "DELETE" -> {
        rules.clear();
        yield new Reply(200, object());
      }
      default -> throw method(asked, "GET, POST, DELETE");
    };
  }

  private Reply rule(Asked asked, String id) throws Invalid {
    var rule =
        rules
            .find(id)
            .orElseThrow(
                () ->
                    new Invalid(
                        404,
                        "unknown-rule",
                        "there is no rule %s; there are %s"
                            .formatted(id, rules.all().stream().map(Armed::id).toList())));
    switch (asked.method()) {
      case "GET" -> {}
      case "DELETE" -> rules.remove(rule);
      default -> throw method(asked, "GET, DELETE");
    }
    return new Reply(200, RuleJson.write(rule));
  }

  private Reply socket(Asked asked, String id) throws Invalid {
    if (!asked.method().equals("POST")) {
      throw method(asked, "POST");
    }
    var code = body(asked).path("kind").asText();
    var kind =
        Kind.of(code)
            .filter(k -> k.site() == Kind.Site.FRAME)
            .orElseThrow(
                () ->
                    new Invalid(
                        400,
                        "unknown-kind",
                        "the kind is \"%s\"; of a socket it is cut, half-open or stall"
                            .formatted(code)));
    if (kind != Kind.CUT) {
      sockets.mark(id, kind);
    } else if (!open.cut(id)) {
      throw new Invalid(404, "unknown-socket", "no connection %s is open".formatted(id));
    }
    rules.count(kind.code(), "");
    return new Reply(200, object());
  }

  private Reply revoked(Asked asked) throws Invalid {
    switch (asked.method()) {
      case "GET" -> {}
      case "PUT" -> revoke(body(asked).path("grant").asText());
      case "DELETE" -> {
        grants.restore();
        console.accept("faults: with all grants");
      }
      default -> throw method(asked, "GET, PUT, DELETE");
    }
    return new Reply(200, object().put("grant", grants.revoked().map(Grant::toString).orElse("")));
  }

  private void revoke(String grant) throws Invalid {
    try {
      grants.revoke(Grant.parse(grant));
    } catch (IllegalArgumentException e) {
      throw new Invalid(400, "unknown-grant", String.valueOf(e.getMessage()));
    }
    rules.count("revoked", "");
    console.accept("faults: without the grant " + grant);
  }

  private JsonNode injected() {
    return RuleJson.JSON.valueToTree(rules.injected());
  }

  private JsonNode allowed() {
    var kinds = object();
    for (var kind : Kind.values()) {
      kinds
          .putObject(kind.code())
          .<ObjectNode>set("members", RuleJson.JSON.valueToTree(RuleJson.members(kind)))
          .set("when", RuleJson.JSON.valueToTree(kind.moments()));
    }
    return object()
        .<ObjectNode>set("kinds", kinds)
        .set("known", RuleJson.JSON.valueToTree(reader.known()));
  }

  private static JsonNode get(Asked asked, java.util.function.Supplier<JsonNode> answer)
      throws Invalid {
    if (!asked.method().equals("GET")) {
      throw method(asked, "GET");
    }
    return answer.get();
  }

  static JsonNode body(Asked asked) throws Invalid {
    if (!asked.type().startsWith("application/json")) {
      throw new Invalid(
          415, "not-json", "the content type is %s; send application/json".formatted(asked.type()));
    }
    try {
      var body = RuleJson.JSON.readTree(asked.body());
      if (body.isObject()) {
        return body;
      }
    } catch (IOException e) {
      // The same answer as to what is JSON and no object.
    }
    throw new Invalid(400, "not-json", "the body is no JSON object");
  }

  static Invalid method(Asked asked, String allowed) {
    return new Invalid(
        405,
        "unknown-method",
        "%s is not allowed at %s; allowed are %s"
            .formatted(asked.method(), asked.path(), List.of(allowed.split(", "))));
  }

  static ObjectNode object() {
    return RuleJson.JSON.createObjectNode();
  }
}
