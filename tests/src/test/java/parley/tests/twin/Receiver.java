package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** The receiver of webhooks that the twin plays, as its console shows it. */
final class Receiver {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String PARTY = "receiver";

  private Receiver() {}

  /** All that was said with it about a room, the newest first. */
  static List<JsonNode> exchanges(URI site, String room) {
    var parties = ask(HttpRequest.newBuilder(console(site, "/api/outside")).build());
    return parties
        .valueStream()
        .filter(party -> party.path("name").asText().equals(PARTY))
        .flatMap(party -> party.path("exchanges").valueStream())
        .filter(exchange -> exchange.path("body").asText().contains(room))
        .toList();
  }

  /** What it took about a room, when it has. */
  static JsonNode awaitTaken(URI site, String room) {
    return Patience.await(
        "taken about " + room,
        () ->
            exchanges(site, room).stream()
                .filter(exchange -> exchange.path("answer").asText().contains("times"))
                .findFirst());
  }

  /** Makes it do something. */
  static void submit(URI site, String form, Map<String, String> fields) throws IOException {
    ask(
        HttpRequest.newBuilder(console(site, "/api/outside/%s/%s".formatted(PARTY, form)))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields)))
            .build());
  }

  private static JsonNode ask(HttpRequest request) {
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("the console answered " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The console is on the port after AWS's. */
  private static URI console(URI site, String path) {
    return URI.create("http://localhost:%d%s".formatted(site.getPort() + 3, path));
  }
}
