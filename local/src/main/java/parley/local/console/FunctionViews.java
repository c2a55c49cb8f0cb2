package parley.local.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import parley.local.template.Resource;
import parley.local.template.Stack;

/** The functions as the page reads them: settings, role, log, and what they called lately. */
record FunctionViews(Stack stack, Console.Sources sources) {

  private static final String FUNCTION = "AWS::Lambda::Function";
  private static final int LOG_BYTES = 64 * 1024;

  ArrayNode all() {
    var list = Reply.JSON.createArrayNode();
    running().forEach(function -> list.add(summary(function)));
    return list;
  }

  Optional<ObjectNode> one(String id) throws IOException {
    var found = running().stream().filter(function -> function.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var function = found.get();
    var json = summary(function);
    json.set("variables", function.get("Environment.Variables"));
    json.put("role", function.text("Role"));
    json.set("policies", new RolePolicies(stack).of(function.text("Role")));
    json.set("called", LatelyCalled.by(id, sources.journal().newest()));
    json.put("log", Tail.of(sources.data().resolve("logs").resolve(id + ".log"), LOG_BYTES));
    return Optional.of(json);
  }

  private ObjectNode summary(Resource function) {
    return Reply.JSON
        .createObjectNode()
        .put("id", function.id())
        .put("name", stack.names().physical(function.id()))
        .put("handler", function.text("Handler"))
        .put("memory", function.get("MemorySize").asInt(128))
        .put("timeout", function.get("Timeout").asInt(3))
        .put("environments", sources.environments().applyAsInt(function.id()));
  }

  /** Without those of other runtimes, which do not run here. */
  private List<Resource> running() {
    return stack.all(FUNCTION).stream()
        .filter(function -> function.text("Runtime").startsWith("java"))
        .toList();
  }
}
