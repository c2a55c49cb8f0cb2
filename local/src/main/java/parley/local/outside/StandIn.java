package parley.local.outside;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import parley.local.OwnHost;
import parley.local.outside.Exchange.Direction;

/** A party that was started: its server on loopback, and what was said with it. */
public final class StandIn implements Surroundings {

  private static final int LARGEST = 16 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(35);
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Party party;
  private final URI site;
  private final Map<String, String> outputs;
  private final Supplier<Map<String, String>> keys;
  private final Clock clock;
  private final Consumer<String> console;
  private final Exchanges exchanges;
  private final Undertow server;

  StandIn(
      Party party,
      URI site,
      Map<String, String> outputs,
      Supplier<Map<String, String>> keys,
      Clock clock,
      Consumer<String> console) {
    this.party = party;
    this.site = site;
    this.outputs = outputs;
    this.keys = keys;
    this.clock = clock;
    this.console = console;
    this.exchanges = new Exchanges(clock, () -> keys.get().values());
    party.start(this);
    this.server = OwnHost.serve(0, threads, this::serve);
  }

  /** Whom it plays. */
  public Party party() {
    return party;
  }

  /** Where it answers. */
  public URI address() {
    var listening = (InetSocketAddress) server.getListenerInfo().getFirst().getAddress();
    return URI.create("http://127.0.0.1:" + listening.getPort());
  }

  /** What was said lately, the newest first. */
  public List<Exchange> exchanges() {
    return exchanges.newest();
  }

  /**
   * Makes the party do what a form of it says.
   *
   * @return what came of it, in a sentence
   * @throws IllegalArgumentException where there is no such form, or the fields do not fit it
   */
  public String submit(String form, Map<String, String> fields) throws Exception {
    var found =
        party.forms().stream()
            .filter(one -> one.id().equals(form))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no form %s".formatted(party.name(), form)));
    return party.submit(form, found.filled(fields));
  }

  @Override
  public URI site() {
    return site;
  }

  @Override
  public Map<String, String> outputs() {
    return outputs;
  }

  @Override
  public Map<String, String> keys() {
    return keys.get();
  }

  @Override
  public Clock clock() {
    return clock;
  }

  /** Nothing leaves this machine. */
  @Override
  public Answer send(Sent sent) throws IOException, InterruptedException {
    if (!HERE.contains(sent.to().getHost())) {
      throw new IOException("%s is not on this machine".formatted(sent.to()));
    }
    var builder =
        HttpRequest.newBuilder(sent.to())
            .timeout(PATIENCE)
            .method(sent.method(), HttpRequest.BodyPublishers.ofByteArray(sent.body()));
    sent.headers().forEach(builder::header);
    var path = path(sent.to().getRawPath(), sent.to().getRawQuery());
    try {
      var response = http.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      exchanges.add(
          Direction.IN, sent.method(), path, response.statusCode(), sent.body(), response.body());
      var headers = new HashMap<String, String>();
      response.headers().map().forEach((name, all) -> headers.put(name, all.getLast()));
      return new Answer(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      exchanges.add(Direction.IN, sent.method(), path, 0, sent.body(), new byte[0]);
      throw e;
    }
  }

  void close() {
    server.stop();
    threads.shutdownNow();
    http.close();
  }

  private void serve(HttpServerExchange exchange) throws IOException {
    exchange.startBlocking();
    var body = exchange.getInputStream().readNBytes(LARGEST);
    var headers = new HashMap<String, String>();
    for (var values : exchange.getRequestHeaders()) {
      headers.put(
          values.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", values));
    }
    var request =
        new Request(
            exchange.getRequestMethod().toString(),
            exchange.getRequestURI(),
            exchange.getQueryString(),
            headers,
            body);
    var answer = answer(request);
    exchanges.add(
        Direction.OUT,
        request.method(),
        path(request.path(), request.query()),
        answer.status(),
        body,
        answer.body());
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange.setResponseContentLength(answer.body().length);
    exchange.getOutputStream().write(answer.body());
    exchange.endExchange();
  }

  private Answer answer(Request request) {
    try {
      return party.answer(request);
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      console.accept("the stand-in for %s failed: %s".formatted(party.name(), e));
      return Answer.of(500, "text/plain", "the stand-in failed");
    }
  }

  private static String path(String path, String query) {
    return query == null || query.isEmpty() ? path : path + "?" + query;
  }
}
