package parley.local.outside.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.app_backend.SlackSignature.Verifier;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.local.outside.Answer;
import parley.local.outside.Request;
import parley.local.outside.Surroundings;

class SlackTest {

  private static final String MANIFEST =
      """
      {"features": {"slash_commands": [{"command": "/chat", "url": "http://localhost:1/commands"}]},
       "settings": {"event_subscriptions": {"request_url": "http://localhost:1/events"}}}""";

  private final App app = new App();
  private final Slack slack = new Slack();

  /** The stack, as far as Slack sees it: an app that notes what it is sent. */
  private static final class App implements Surroundings {
    final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    final AtomicInteger failures = new AtomicInteger();
    volatile Map<String, String> keys = Map.of("signingSecret", "s3cret", "botToken", "xoxb-1");
    volatile Instant now = Instant.now();

    @Override
    public URI site() {
      return URI.create("http://localhost:1");
    }

    @Override
    public Map<String, String> outputs() {
      return Map.of("SiteUrl", "http://localhost:1/", "SlackManifest", MANIFEST);
    }

    @Override
    public Map<String, String> keys() {
      return keys;
    }

    @Override
    public Clock clock() {
      InstantSource source = () -> now;
      return source.withZone(ZoneOffset.UTC);
    }

    @Override
    public Answer send(Sent request) {
      var status = failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 500 : 200;
      sent.add(request);
      var body = new String(request.body(), UTF_8);
      return Answer.of(status, "text/plain", body.contains("url_verification") ? body : "");
    }

    /** The next request that comes; at the latest when Slack would have given up. */
    Sent next() throws InterruptedException {
      return Objects.requireNonNull(sent.poll(60, TimeUnit.SECONDS));
    }
  }

  @BeforeEach
  void begin() {
    slack.start(app);
  }

  @Test
  void whatItSendsPassesTheCheckOfSlacksOwnLibrary() throws Exception {
    write("é \"quoted\" & more");
    var event = app.next();
    slack.submit("command", Map.of("channel", "general", "user", "Nora", "text", "who é"));
    var command = app.next();

    var verifier = new Verifier(new Generator("s3cret"));
    for (var sent : new Surroundings.Sent[] {event, command}) {
      assertThat(
              verifier.isValid(
                  sent.headers().get("X-Slack-Request-Timestamp"),
                  new String(sent.body(), UTF_8),
                  sent.headers().get("X-Slack-Signature")))
          .isTrue();
    }
    assertThat(event.to()).hasToString("http://localhost:1/events");
    assertThat(command.to()).hasToString("http://localhost:1/commands");
    assertThat(new String(command.body(), UTF_8)).contains("&command=%2Fchat&text=who+%C3%A9&");
  }

  @Test
  void whatIsNotTakenIsSentAgainAndSaysSo() throws Exception {
    app.failures.set(2);
    write("hello");
    var first = app.next();
    var second = app.next();
    var third = app.next();

    assertThat(first.headers()).doesNotContainKey("X-Slack-Retry-Num");
    assertThat(second.headers()).containsEntry("X-Slack-Retry-Num", "1");
    assertThat(third.headers()).containsEntry("X-Slack-Retry-Num", "2");
    assertThat(third.body()).isEqualTo(first.body());
  }

  @Test
  void anAddressIsVerifiedByItsAnswer() throws Exception {
    assertThat(slack.submit("verify", Map.of())).isEqualTo("the address is the app's");
    app.failures.set(1);
    assertThat(slack.submit("verify", Map.of())).contains("500");
  }

  @Test
  void nobodyIsHeardWithoutTheAppsToken() throws Exception {
    assertThat(call("", "channel=C0GENERAL&text=hi").text()).contains("not_authed");
    assertThat(call("Bearer xoxb-2", "channel=C0GENERAL&text=hi").text()).contains("invalid_auth");
    app.keys = Map.of();
    assertThat(call("Bearer ", "channel=C0GENERAL&text=hi").text()).contains("invalid_auth");
  }

  @Test
  void aMessageASecondIsTakenInAChannel() throws Exception {
    assertThat(post("one").text()).contains("\"ok\":true");
    var refused = post("two");
    app.now = app.now.plusSeconds(1);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.headers()).containsEntry("Retry-After", "1");
    assertThat(post("three").text()).contains("\"ok\":true");
    assertThat(slack.submit("read", Map.of("channel", "general")))
        .contains("app: one")
        .doesNotContain("two")
        .contains("app: three");
  }

  @Test
  void theAppIsToldOfItsOwnMessagesAsABots() throws Exception {
    post("one");

    assertThat(new String(app.next().body(), UTF_8)).contains("\"bot_id\"", "bot_message", "one");
  }

  @Test
  void aMessageIsShownWithTheNameAndTheEmojiThatTheAppGave() throws Exception {
    var ada = "channel=C0GENERAL&text=hi&username=Ada&icon_emoji=%3Ared_circle%3A";
    assertThat(api("chat.postMessage", ada).path("ok").asBoolean()).isTrue();
    app.now = app.now.plusSeconds(1);
    post("bare");
    var messages = api("conversations.history", "channel=C0GENERAL").path("messages");

    assertThat(messages.at("/1/username").asText()).isEqualTo("Ada");
    assertThat(messages.at("/1/icons/emoji").asText()).isEqualTo(":red_circle:");
    assertThat(messages.at("/0/username").asText()).isEqualTo("app");
    assertThat(messages.path(0).has("icons")).isFalse();
  }

  @Test
  void whereItWasNotInvitedTheAppHearsAndSaysNothing() throws Exception {
    slack.submit("write", fields("random", "psst"));
    write("hello");

    assertThat(new String(app.next().body(), UTF_8)).contains("hello");
    assertThat(call("Bearer xoxb-1", "channel=C0RANDOM&text=hi").text()).contains("not_in_channel");
    assertThat(call("Bearer xoxb-1", "channel=C0NONE&text=hi").text())
        .contains("channel_not_found");
  }

  @Test
  void aChannelIsReadPageByPageFromTheNewestMessage() throws Exception {
    for (var text : new String[] {"one", "two", "three"}) {
      write(text);
    }
    var first = history("");
    var second = history("&cursor=" + first.at("/response_metadata/next_cursor").asText());

    assertThat(texts(first)).containsExactly("three", "two");
    assertThat(first.path("has_more").asBoolean()).isTrue();
    assertThat(texts(second)).containsExactly("one");
    assertThat(second.path("has_more").asBoolean(true)).isFalse();
    assertThat(second.has("response_metadata")).isFalse();
    assertThat(history("&cursor=next").path("error").asText()).isEqualTo("invalid_cursor");
  }

  @Test
  void aPageHasAHundredMessagesWhereNothingElseIsAskedFor() throws Exception {
    for (var i = 0; i < 101; i++) {
      write("number " + i);
    }

    assertThat(texts(api("conversations.history", "channel=C0GENERAL"))).hasSize(100);
  }

  private JsonNode history(String more) throws Exception {
    return api("conversations.history", "channel=C0GENERAL&limit=2" + more);
  }

  private static List<String> texts(JsonNode history) {
    return history
        .path("messages")
        .valueStream()
        .map(message -> message.path("text").asText())
        .toList();
  }

  private JsonNode api(String method, String body) throws Exception {
    return Json.read(call(method, "Bearer xoxb-1", body).text());
  }

  private void write(String text) throws Exception {
    slack.submit("write", fields("general", text));
  }

  private static Map<String, String> fields(String channel, String text) {
    return Map.of("channel", channel, "user", "Milo", "text", text, "thread", "");
  }

  private Answer post(String text) throws Exception {
    return call("Bearer xoxb-1", "channel=C0GENERAL&text=" + text);
  }

  private Answer call(String token, String body) throws Exception {
    return call("chat.postMessage", token, body);
  }

  private Answer call(String method, String token, String body) throws Exception {
    var headers = token.isEmpty() ? Map.<String, String>of() : Map.of("authorization", token);
    return slack.answer(new Request("POST", "/api/" + method, "", headers, body.getBytes(UTF_8)));
  }
}
