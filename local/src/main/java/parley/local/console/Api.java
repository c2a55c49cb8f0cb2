package parley.local.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import parley.local.template.Stack;

/** What the page asks for. Only reads. */
final class Api {

  private final Stack stack;
  private final Console.Sources sources;
  private final FunctionViews functions;
  private final TableViews tables;
  private final StreamViews streams;
  private final BusViews buses;

  Api(Stack stack, Console.Sources sources) {
    this.stack = stack;
    this.sources = sources;
    this.functions = new FunctionViews(stack, sources);
    this.tables = new TableViews(stack, sources.tables());
    this.streams = new StreamViews(stack, sources);
    this.buses = new BusViews(stack, sources.buses());
  }

  /**
   * Answers.
   *
   * @param path from {@code /api/} on
   * @param parameter the query's
   * @throws IllegalArgumentException where a parameter is not what it must be
   */
  Reply answer(String path, Function<String, Optional<String>> parameter)
      throws IOException, InterruptedException {
    var parts = path.split("/", 4);
    if (parts.length == 4) {
      return one(parts[2], parts[3], parameter)
          .map(Reply::json)
          .orElseGet(() -> Reply.error(404, "there is nothing at " + path));
    }
    return switch (parts[2]) {
      case "stack" -> Reply.json(names());
      case "requests" -> Reply.json(requests());
      case "functions" -> Reply.json(functions.all());
      case "tables" -> Reply.json(tables.all());
      case "sockets" -> Reply.json(SocketViews.all(sources.sockets().get()));
      case "queues" -> Reply.json(streams.queues());
      case "streams" -> Reply.json(streams.all());
      case "buses" -> Reply.json(buses.all());
      case "outside" -> Reply.json(OutsideViews.all(sources.outside().all()));
      default -> Reply.error(404, "there is nothing at " + path);
    };
  }

  private Optional<ObjectNode> one(
      String kind, String id, Function<String, Optional<String>> parameter)
      throws IOException, InterruptedException {
    return switch (kind) {
      case "requests" -> sources.journal().find(number(id)).map(RequestJson::whole);
      case "functions" -> functions.one(id);
      case "tables" -> tables.items(id, parameter);
      default -> Optional.empty();
    };
  }

  private JsonNode names() {
    var names = stack.names();
    return Reply.JSON
        .createObjectNode()
        .put("stack", names.stack())
        .put("region", names.region())
        .put("account", names.account())
        .put("site", names.site().toString())
        .put("issuer", names.issuer().toString())
        .put("aws", names.aws().toString());
  }

  private ArrayNode requests() {
    var list = Reply.JSON.createArrayNode();
    sources.journal().newest().forEach(request -> list.add(RequestJson.summary(request)));
    return list;
  }

  private static long number(String id) {
    if (!id.matches("\\d{1,18}")) {
      throw new IllegalArgumentException(
          "a request's id is a number, and not \"%s\"".formatted(id));
    }
    return Long.parseLong(id);
  }
}
