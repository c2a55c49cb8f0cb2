package parley.tests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The twin's fault interface, by its HTTP. */
public final class FaultInterface {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  /** The one at an address. */
  public FaultInterface(URI address) {
    this.address = address;
  }

  void add(Map<String, ?> rule) {
    send("POST", "/rules", rule);
  }

  void clear() {
    send("DELETE", "/rules", null);
  }

  /** How often each kind has happened. */
  Map<String, Long> injected() {
    var counts = new TreeMap<String, Long>();
    send("GET", "/injected", null)
        .properties()
        .forEach(kind -> counts.put(kind.getKey(), kind.getValue().asLong()));
    return counts;
  }

  void forward(Duration by) {
    send("POST", "/clock", Map.of("forward", by.toString()));
  }

  /** Takes a grant away: {@code POLICY STATEMENT ACTION RESOURCE}. */
  public void revoke(String grant) {
    send("PUT", "/revoked", Map.of("grant", grant));
  }

  /** Gives back the grant that was taken away. */
  public void restore() {
    send("DELETE", "/revoked", null);
  }

  private JsonNode send(
      String method, String path, @org.jspecify.annotations.Nullable Object body) {
    try {
      var publisher =
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
      var request =
          HttpRequest.newBuilder(address.resolve(path))
              .header("Content-Type", "application/json")
              .method(method, publisher)
              .build();
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
