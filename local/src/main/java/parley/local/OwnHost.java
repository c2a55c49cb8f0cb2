package parley.local;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Lets pass what was sent to this machine by a name of its own. A page whose name was made to point
 * here is of another origin only by that name, and would otherwise be as the site's own.
 */
public final class OwnHost {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1");

  /** RFC 9110, 15.5.20. */
  private static final int MISDIRECTED_REQUEST = 421;

  private OwnHost() {}

  /** Serves on the loopback interface, in these threads, what was sent to this machine's name. */
  public static Undertow serve(int port, Executor threads, HttpHandler handler) {
    var server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1")
            .setHandler(only(exchange -> exchange.dispatch(threads, handler)))
            .build();
    server.start();
    return server;
  }

  /** A handler that answers 421 to what was sent to another name. */
  public static HttpHandler only(HttpHandler next) {
    return exchange -> {
      if (NAMES.contains(exchange.getHostName())) {
        next.handleRequest(exchange);
      } else {
        exchange.setStatusCode(MISDIRECTED_REQUEST);
        exchange.endExchange();
      }
    };
  }
}
