package parley.local.outside.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import parley.local.outside.Answer;
import parley.local.outside.Surroundings;
import parley.local.outside.Surroundings.Sent;

/**
 * Slack's Events API: tells the app of what happens where it was invited to, and again where that
 * was not taken.
 *
 * @param threads sends, and waits between two tries
 * @param numbers gives each event an id of its own
 */
record Events(Surroundings surroundings, Executor threads, AtomicLong numbers) {

  /** Slack's are at once, after a minute and after five; nobody waits so long here. */
  private static final List<Duration> AGAIN =
      List.of(Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(10));

  private static final String JSON = "application/json";

  /** Somebody wrote. */
  void posted(Channel channel, Message message) {
    tell(channel, message.json());
  }

  /** A message has another text. */
  void changed(Channel channel, Message before, Message now) {
    var event = Json.object().put("type", "message").put("subtype", "message_changed");
    event.set("message", now.json());
    event.set("previous_message", before.json());
    tell(channel, event.put("ts", now.edited()));
  }

  /** A message is gone. */
  void deleted(Channel channel, Message message) {
    var event = Json.object().put("type", "message").put("subtype", "message_deleted");
    event.set("previous_message", message.json());
    tell(channel, event.put("deleted_ts", message.ts()).put("ts", message.ts()));
  }

  /** Asks whether the app's address is the app's. */
  Answer verify(String challenge) throws IOException, InterruptedException {
    var asked =
        Json.object().put("type", "url_verification").put("challenge", challenge).toString();
    return send(address(), asked.getBytes(UTF_8), JSON, 0);
  }

  /** Sends something to the app, signed; a try after the first says so. */
  Answer send(URI to, byte[] body, String type, int again)
      throws IOException, InterruptedException {
    try {
      var secret = surroundings.keys().getOrDefault("signingSecret", "");
      var second = surroundings.clock().instant().getEpochSecond();
      var headers = Signing.headers(secret, second, body, type);
      if (again > 0) {
        headers.put("X-Slack-Retry-Num", Integer.toString(again));
        headers.put("X-Slack-Retry-Reason", "http_error");
      }
      return surroundings.send(new Sent("POST", to, headers, body));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  /** The app's manifest, which stands among the stack's outputs. */
  Optional<JsonNode> manifest() {
    return surroundings.outputs().values().stream()
        .filter(output -> output.startsWith("{") && output.contains("event_subscriptions"))
        .map(Json::read)
        .findFirst();
  }

  private URI address() throws IOException {
    return manifest()
        .map(manifest -> manifest.at("/settings/event_subscriptions/request_url").asText())
        .map(URI::create)
        .orElseThrow(() -> new IOException("no output of the stack is the manifest of an app"));
  }

  private void tell(Channel channel, ObjectNode event) {
    if (channel.hasApp) {
      event.put("channel", channel.id).put("channel_type", "channel");
      var number = numbers.incrementAndGet();
      var callback =
          Json.object()
              .put("type", "event_callback")
              .put("team_id", Workspace.TEAM)
              .put("api_app_id", Workspace.APP)
              .put("event_id", "Ev%08d".formatted(number))
              .put("event_time", surroundings.clock().instant().getEpochSecond());
      callback.set("event", event);
      var body = callback.toString().getBytes(UTF_8);
      threads.execute(() -> send(body));
    }
  }

  private void send(byte[] body) {
    try {
      for (var again = 0; again <= AGAIN.size(); again++) {
        if (again > 0) {
          Thread.sleep(AGAIN.get(again - 1));
        }
        if (taken(body, again)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean taken(byte[] body, int again) throws InterruptedException {
    try {
      return send(address(), body, JSON, again).status() / 100 == 2;
    } catch (IOException e) {
      return false;
    }
  }
}
