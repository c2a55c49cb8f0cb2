package parley.tests.twin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** An outside party's stand-in, made to do something through the twin's console. */
public record OutsideParty(URI site, String name) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** What was lately said with it, the newest first. */
  List<JsonNode> exchanges() {
    return send(HttpRequest.newBuilder(console("")).GET())
        .valueStream()
        .filter(party -> party.path("name").asText().equals(name))
        .flatMap(party -> party.path("exchanges").valueStream())
        .toList();
  }

  /** Whether it lately gave an answer with this status to what was asked at this path. */
  public boolean answered(String path, int status) {
    return exchanges().stream()
        .anyMatch(
            exchange ->
                exchange.path("path").asText().equals(path)
                    && exchange.path("status").asInt() == status);
  }

  /** Sends a form; gives what came of it. */
  public String does(String form, Map<String, String> fields) {
    try {
      var body = HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(fields), UTF_8);
      return send(HttpRequest.newBuilder(console("/%s/%s".formatted(name, form)))
              .header("Content-Type", "application/json")
              .POST(body))
          .path("said")
          .asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI console(String path) {
    return URI.create("http://localhost:%d/api/outside%s".formatted(site.getPort() + 3, path));
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
