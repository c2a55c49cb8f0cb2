package parley.local.lambda;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lambda's Runtime API (2018-06-01), on loopback at a port of its own. Each environment has its own
 * base path, by which it is known.
 */
final class RuntimeApi implements AutoCloseable {

  /** How many bytes a function's answer has at most, as Lambda says where it has more: 413. */
  private static final long LARGEST = 6_291_556;

  private record Guest(Pool pool, Environment environment) {}

  private static final HttpString REQUEST_ID = new HttpString("Lambda-Runtime-Aws-Request-Id");
  private static final HttpString DEADLINE = new HttpString("Lambda-Runtime-Deadline-Ms");
  private static final HttpString ARN = new HttpString("Lambda-Runtime-Invoked-Function-Arn");

  private final Map<String, Guest> guests = new ConcurrentHashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Undertow server;

  /** Serves from {@link #start} on. */
  RuntimeApi() {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LARGEST)
            .setHandler(exchange -> exchange.dispatch(threads, this::serve))
            .build();
  }

  void start() {
    server.start();
  }

  /** What a guest finds in {@code AWS_LAMBDA_RUNTIME_API}. */
  String enter(Pool pool, Environment environment) {
    guests.put(environment.id(), new Guest(pool, environment));
    var address = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    return "127.0.0.1:%d/%s".formatted(address.getPort(), environment.id());
  }

  void leave(Environment environment) {
    guests.remove(environment.id());
  }

  @Override
  public void close() {
    server.stop();
    threads.shutdownNow();
  }

  private void serve(HttpServerExchange exchange) throws Exception {
    // /GUEST/2018-06-01/runtime/…
    var path = exchange.getRequestPath().split("/");
    var guest = path.length < 6 ? null : guests.get(path[1]);
    if (guest == null) {
      reply(exchange, 404, "{\"errorType\":\"Runtime.NotFound\"}");
    } else if (path[4].equals("invocation") && path[5].equals("next")) {
      next(exchange, guest);
    } else if (path[4].equals("init") && path[5].equals("error")) {
      guest.pool().failedToStart(guest.environment(), body(exchange));
      reply(exchange, 202, "{\"status\":\"OK\"}");
    } else if (path[4].equals("invocation") && path.length == 7) {
      finish(exchange, guest, path[5], path[6].equals("error"));
    } else {
      reply(exchange, 404, "{\"errorType\":\"Runtime.NotFound\"}");
    }
  }

  private static void next(HttpServerExchange exchange, Guest guest) throws InterruptedException {
    var next = guest.pool().next(guest.environment());
    if (next.isEmpty()) {
      exchange.setPersistent(false);
      reply(exchange, 410, "{\"errorType\":\"Runtime.Ending\"}");
      return;
    }
    var invocation = next.get();
    var deadline = System.currentTimeMillis() + guest.pool().function().timeout().toMillis();
    exchange
        .getResponseHeaders()
        .put(REQUEST_ID, invocation.id())
        .put(DEADLINE, Long.toString(deadline))
        .put(ARN, invocation.arn());
    send(exchange, 200, invocation.payload());
  }

  private static void finish(
      HttpServerExchange exchange, Guest guest, String requestId, boolean failed) throws Exception {
    var body = body(exchange);
    var finished = guest.pool().finish(guest.environment(), requestId);
    if (finished.isEmpty()) {
      reply(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}");
      return;
    }
    if (failed) {
      finished.get().fail(body);
    } else {
      finished.get().answer(body);
    }
    reply(exchange, 202, "{\"status\":\"OK\"}");
  }

  private static byte[] body(HttpServerExchange exchange) throws Exception {
    exchange.startBlocking();
    return exchange.getInputStream().readAllBytes();
  }

  private static void reply(HttpServerExchange exchange, int status, String json) {
    send(exchange, status, json.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpServerExchange exchange, int status, byte[] json) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
    exchange.getResponseSender().send(ByteBuffer.wrap(json));
  }
}
