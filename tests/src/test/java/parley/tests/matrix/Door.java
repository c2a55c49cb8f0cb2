package parley.tests.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import parley.tests.twin.Answer;

/** Asks for whatever address with whatever headers, and says what came of it. */
final class Door {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** The status of a handshake by which a socket opens. */
  static final int OPENED = 101;

  private Door() {}

  /** Sends a request with this {@code Authorization}; "" for none. */
  static Answer ask(Asked asked, String query, String authorization)
      throws IOException, InterruptedException {
    var path =
        asked.path() + (query.isEmpty() ? "" : (asked.path().contains("?") ? "&" : "?") + query);
    var body =
        asked.method().equals("GET")
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(JSON.writeValueAsString(asked.body()));
    var request =
        HttpRequest.newBuilder(URI.create(Cast.site() + "/api" + path))
            .method(asked.method(), body)
            .header("Content-Type", "application/json");
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    var response = CLIENT.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        JSON.readTree(response.body()));
  }

  /** The status of a handshake; a socket that opens is closed at once. */
  static int knock(String pathAndQuery, Map<String, String> headers) {
    var builder = CLIENT.newWebSocketBuilder();
    headers.forEach(builder::header);
    var address = URI.create(Cast.site().toString().replaceFirst("http", "ws") + pathAndQuery);
    try {
      var socket = builder.buildAsync(address, new WebSocket.Listener() {}).join();
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
      return OPENED;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }
}
