package parley.local.console;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import parley.local.OwnHost;
import parley.local.Part;
import parley.local.dynamo.TableItems;
import parley.local.events.Buses;
import parley.local.journal.Journal;
import parley.local.outside.Outside;
import parley.local.queue.Queues;
import parley.local.socket.OpenSocket;
import parley.local.template.ResourceType;
import parley.local.template.Stack;

/** The console's server, on loopback and for pages of its own origin only. To be started last. */
public final class Console implements Part {

  /** No script, style or picture but the console's own, and no page may frame it. */
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
              + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "Cache-Control",
          "no-store");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final int port;
  private final Sources sources;
  private @Nullable Undertow server;

  /**
   * Where everything is that is shown.
   *
   * @param environments how many execution environments a function has, by its logical id
   * @param sockets the connections that are open
   * @param data the twin's folder, with {@code logs} and {@code streams} in it
   */
  public record Sources(
      Journal journal,
      ToIntFunction<String> environments,
      TableItems tables,
      Supplier<List<OpenSocket>> sockets,
      Queues queues,
      Buses buses,
      Outside outside,
      Path data) {}

  /** A console on this port. */
  public Console(int port, Sources sources) {
    this.port = port;
    this.sources = sources;
  }

  @Override
  public List<ResourceType> types() {
    return List.of();
  }

  @Override
  public void start(Stack stack) {
    var api = new Api(stack, sources);
    server = OwnHost.serve(port, threads, exchange -> serve(exchange, api));
  }

  @Override
  public void close() {
    threads.shutdownNow();
    if (server != null) {
      server.stop();
    }
  }

  private void serve(HttpServerExchange exchange, Api api) throws Exception {
    exchange.startBlocking();
    HEADERS.forEach(
        (name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (OutsideForms.isFor(exchange)) {
      send(exchange, new OutsideForms(sources.outside()).reply(exchange));
    } else if (!exchange.getRequestMethod().equalToString("GET")) {
      send(exchange, Reply.error(405, "the console only reads: GET is allowed"));
    } else if (exchange.getRequestPath().equals("/api/live")) {
      new Live(sources.journal()).serve(exchange, since(exchange));
    } else {
      send(exchange, reply(exchange, api));
    }
  }

  private static Reply reply(HttpServerExchange exchange, Api api) throws InterruptedException {
    var path = exchange.getRequestPath();
    try {
      return path.startsWith("/api/")
          ? api.answer(path, name -> parameter(exchange, name))
          : Page.file(path);
    } catch (IOException | IllegalArgumentException e) {
      return Reply.error(400, String.valueOf(e.getMessage()));
    }
  }

  private static long since(HttpServerExchange exchange) {
    return parameter(exchange, "since")
        .filter(v -> v.matches("\\d{1,18}"))
        .map(Long::valueOf)
        .orElse(0L);
  }

  private static Optional<String> parameter(HttpServerExchange exchange, String name) {
    return Optional.ofNullable(exchange.getQueryParameters().get(name))
        .map(values -> values.getLast())
        .filter(value -> !value.isEmpty());
  }

  private static void send(HttpServerExchange exchange, Reply reply) throws IOException {
    exchange.setStatusCode(reply.status());
    exchange.getResponseHeaders().put(new HttpString("Content-Type"), reply.type());
    exchange.setResponseContentLength(reply.body().length);
    exchange.getOutputStream().write(reply.body());
    exchange.endExchange();
  }
}
