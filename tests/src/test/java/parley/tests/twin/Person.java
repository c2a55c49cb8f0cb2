package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One who uses the REST API and the socket with a token of their own, or without one. */
public final class Person {

  private static final int GATEWAY_TIMEOUT = 504;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Map<String, Person> SIGNED_IN = new ConcurrentHashMap<>();

  private final URI site;
  private final @Nullable String token;

  private Person(URI site, @Nullable String token) {
    this.site = site;
    this.token = token;
  }

  /** One of the twin's own people, signed in once for all tests. */
  public static Person named(URI site, String name) {
    return SIGNED_IN.computeIfAbsent(
        site + " " + name,
        _ -> {
          var password = "%s-signs-in-1".formatted(capitalized(name));
          var token = new SignIn(site).idToken(name + "@example.com", password);
          var person = new Person(site, token);
          person.get("/profile");
          return person;
        });
  }

  /** Has everybody sign in anew: the next twin does not know them. */
  static void forgetAll() {
    SIGNED_IN.clear();
  }

  /** One who has just made an account under this name, which nobody may have yet. */
  public static Person newcomer(URI site, String name) {
    var token = new SignIn(site).newcomersIdToken(name + "@example.com", "Just-came-in-1");
    var person = new Person(site, token);
    person.get("/profile");
    return person;
  }

  /** One who did not sign in. */
  public static Person anonymous(URI site) {
    return new Person(site, null);
  }

  /** One who brings a token of their own making. */
  public static Person withToken(URI site, String token) {
    return new Person(site, token);
  }

  /** The ID token that they signed in with; "" where they did not. */
  public String token() {
    return Objects.requireNonNullElse(token, "");
  }

  /** Their id, as the API says it. */
  public String id() {
    return get("/profile").text("user");
  }

  /** A room that they own, just made. */
  public String newRoom(String visibility) {
    return send(
            "POST",
            "/rooms",
            Map.of(
                "clientId",
                UUID.randomUUID().toString(),
                "name",
                "A room",
                "visibility",
                visibility))
        .text("room");
  }

  /**
   * A room that they own, whose log has been delivered: nothing but what comes after finds out who
   * of its listeners is gone.
   */
  String newDeliveredRoom() {
    var room = newRoom("private");
    var last = "the last of what is delivered";
    try (var socket = socket()) {
      socket.ask("subscribe", Map.of("rooms", List.of(room)));
      say(room, tail(room), last);
      var unused = socket.awaitEntry(entry -> entry.path("text").asText().equals(last));
    }
    return room;
  }

  /** Sends a message over REST. */
  public Answer say(String room, long after, String text) {
    return send(
        "POST",
        "/rooms/" + room + "/messages",
        Map.of("clientId", UUID.randomUUID().toString(), "after", after, "text", text));
  }

  /** The highest number of the room's log. */
  public long tail(String room) {
    return get("/rooms/" + room + "/messages?limit=1")
        .body()
        .path("entries")
        .path(0)
        .path("seq")
        .asLong();
  }

  /** Asks for a path under {@code /api}. */
  public Answer get(String path) {
    return send("GET", path, null);
  }

  /**
   * Sends a body as JSON; a string is sent as it is. Asks again where functions that had to start
   * first took longer than API Gateway waits, as the client does.
   */
  public Answer send(String method, String path, @Nullable Object body) {
    var answer = sendOnce(method, path, body);
    return answer.status() == GATEWAY_TIMEOUT ? sendOnce(method, path, body) : answer;
  }

  private Answer sendOnce(String method, String path, @Nullable Object body) {
    try {
      var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body));
      var request =
          HttpRequest.newBuilder(URI.create(site + "/api" + path)).method(method, publisher);
      request.header("Content-Type", "application/json");
      if (token != null) {
        request.header("Authorization", "Bearer " + token);
      }
      var response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("content-type").orElse(""),
          json(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a socket with a fresh ticket. */
  public Socket socket() {
    return Socket.open(site, send("POST", "/tickets", Map.of()).text("ticket"), site.toString());
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String text(Object body) throws IOException {
    return body instanceof String text ? text : JSON.writeValueAsString(body);
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text);
  }
}
