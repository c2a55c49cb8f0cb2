package parley.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.time.Duration;
import parley.local.journal.Journal;
import parley.local.journal.Request;

/**
 * Tells a page of requests as they come and change, by server-sent events: what happens within a
 * moment in one event.
 */
record Live(Journal journal) {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(80);

  /** Returns when the page is gone. */
  void serve(HttpServerExchange exchange, long since) throws IOException, InterruptedException {
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream");
    var out = exchange.getOutputStream();
    var known = since;
    out.write(": here\n\n".getBytes(UTF_8));
    out.flush();
    while (true) {
      if (journal.changedSince(known, SIGN_OF_LIFE).isEmpty()) {
        out.write(": still here\n\n".getBytes(UTF_8));
      } else {
        Thread.sleep(MOMENT);
        var changed = journal.changedSince(known, Duration.ZERO);
        var list = Reply.JSON.createArrayNode();
        changed.forEach(request -> list.add(RequestJson.summary(request)));
        known = changed.stream().mapToLong(Request::version).max().orElse(known);
        out.write("data: %s\n\n".formatted(list).getBytes(UTF_8));
      }
      out.flush();
    }
  }
}
