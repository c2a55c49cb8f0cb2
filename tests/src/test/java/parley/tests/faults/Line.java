package parley.tests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import parley.tests.history.Entry;

/**
 * One socket: matches replies with their frames, and gives up where nobody is at the other end.
 * Safe for many threads.
 */
final class Line implements WebSocket.Listener, AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PONG = "pong";

  /** As the web client's. */
  private static final Duration REPLY_WITHIN = Duration.ofSeconds(10);

  private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private final Consumer<List<Entry>> entries;
  private CompletableFuture<WebSocket> opened = new CompletableFuture<>();

  private Line(Consumer<List<Entry>> entries) {
    this.entries = entries;
  }

  /** Opens a socket; what comes by itself goes to the consumer, in order. */
  static Line open(URI site, String ticket, Consumer<List<Entry>> entries)
      throws NoReply, InterruptedException {
    var line = new Line(entries);
    var query = "?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8);
    line.opened =
        CLIENT
            .newWebSocketBuilder()
            .header("Origin", site.toString())
            .connectTimeout(REPLY_WITHIN)
            .buildAsync(
                URI.create(site.toString().replaceFirst("http", "ws") + "/ws" + query), line);
    get(line.opened);
    return line;
  }

  /** Sends an action and waits for its reply. */
  JsonNode ask(String action, Map<String, ?> members) throws NoReply, InterruptedException {
    var id = Integer.toString(ids.incrementAndGet());
    var frame = JSON.<ObjectNode>valueToTree(members).put("action", action).put("id", id);
    return ask(id, frame);
  }

  /** Asks whether the other side is there, and ends where it does not say so. */
  void check() throws InterruptedException {
    try {
      ask(PONG, JSON.createObjectNode().put("action", "ping"));
    } catch (NoReply e) {
      cut();
    }
  }

  /** Completes with the close code when it has ended: 1006 without a close frame. */
  CompletableFuture<Integer> ended() {
    return ended;
  }

  /** Ends without a word. */
  void cut() {
    end(1006);
    opened.thenAccept(WebSocket::abort);
  }

  @Override
  public void close() {
    cut();
  }

  private JsonNode ask(String key, ObjectNode frame) throws NoReply, InterruptedException {
    var reply = new CompletableFuture<JsonNode>();
    waiting.put(key, reply);
    try {
      if (ended.isDone()) {
        throw NoReply.because("ended");
      }
      send(frame.toString());
      return get(reply);
    } catch (NoReply e) {
      if (!ended.isDone() && !reply.isDone()) {
        cut();
      }
      throw e;
    } finally {
      waiting.remove(key);
    }
  }

  private synchronized void send(String text) throws NoReply, InterruptedException {
    get(get(opened).sendText(text, true));
  }

  private static <T> T get(CompletableFuture<T> future) throws NoReply, InterruptedException {
    try {
      return future.get(REPLY_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw NoReply.because(e.getCause());
    } catch (TimeoutException e) {
      throw NoReply.because("silent");
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received(partial.toString());
      partial.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  private void received(String text) {
    JsonNode frame;
    try {
      frame = JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON came: " + text, e);
    }
    switch (frame.path("type").asText()) {
      case "entries" -> entries.accept(Entry.listOf(frame.path("entries")));
      case "reply" -> answer(frame.path("requestId").asText(), frame);
      case PONG -> answer(PONG, frame);
      // API Gateway's own, of whichever frame.
      default -> fail(NoReply.because(text));
    }
  }

  private void answer(String key, JsonNode frame) {
    var asked = waiting.get(key);
    if (asked != null) {
      asked.complete(frame);
    }
  }

  private void fail(NoReply why) {
    waiting.values().forEach(asked -> asked.completeExceptionally(why));
  }

  private void end(int code) {
    if (ended.complete(code)) {
      fail(NoReply.because("ended"));
    }
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    end(statusCode);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    end(1006);
  }
}
