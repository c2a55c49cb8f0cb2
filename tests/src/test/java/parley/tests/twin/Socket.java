package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** An open socket: sends frames, and waits for those that come. */
public final class Socket implements AutoCloseable, WebSocket.Listener {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private CompletableFuture<WebSocket> opened = new CompletableFuture<>();

  private Socket() {}

  /** Opens a socket; throws {@link CompletionException} where the handshake is refused. */
  public static Socket open(URI site, String ticket, String origin) {
    var socket = new Socket();
    var query = "?ticket=" + URLEncoder.encode(ticket, StandardCharsets.UTF_8);
    socket.opened =
        CLIENT
            .newWebSocketBuilder()
            .header("Origin", origin)
            .buildAsync(
                URI.create(site.toString().replaceFirst("http", "ws") + "/ws" + query), socket);
    socket.opened.join();
    return socket;
  }

  /** Sends a frame as it is. */
  public void sendText(String text) {
    opened.join().sendText(text, true).join();
  }

  /** Sends a text in frames of so many characters, as one message. */
  public void sendParts(String text, int length) {
    for (var from = 0; from < text.length(); from += length) {
      var to = Math.min(from + length, text.length());
      opened.join().sendText(text.substring(from, to), to == text.length()).join();
    }
  }

  /** Sends an action and waits for its reply. */
  public JsonNode ask(String action, Map<String, ?> members) {
    var id = Integer.toString(ids.incrementAndGet());
    var frame = new HashMap<String, Object>(members);
    frame.put("action", action);
    frame.put("id", id);
    try {
      sendText(JSON.writeValueAsString(frame));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return await(
        reply ->
            reply.path("type").asText().equals("reply")
                && reply.path("requestId").asText().equals(id));
  }

  /** The next frame that is wanted; earlier ones that are not are passed over. */
  public JsonNode await(Predicate<JsonNode> wanted) {
    try {
      var frame = next();
      while (!wanted.test(frame)) {
        frame = next();
      }
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode next() throws InterruptedException {
    var began = System.nanoTime();
    while (System.nanoTime() - began < Patience.patience().toNanos()) {
      var frame = frames.poll(1, TimeUnit.SECONDS); // Patience may have become less by then.
      if (frame != null) {
        return frame;
      }
    }
    throw new IllegalStateException("no such frame came within " + Patience.patience());
  }

  /** The next entry that is wanted, from whichever frame. */
  public JsonNode awaitEntry(Predicate<JsonNode> wanted) {
    return await(frame -> frame.path("entries").valueStream().anyMatch(wanted))
        .path("entries")
        .valueStream()
        .filter(wanted)
        .findFirst()
        .orElseThrow();
  }

  /** The code with which the other side closed; waits for it. */
  public int awaitClosed() {
    return closed.orTimeout(Patience.patience().toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        frames.add(JSON.readTree(partial.toString()));
      } catch (IOException e) {
        closed.completeExceptionally(e);
      }
      partial.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closed.complete(statusCode);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  @Override
  public void close() {
    if (!closed.isDone()) {
      opened.join().sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }
}
