package parley.addons.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.app_backend.SlackSignature.Generator;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.outside.FakeClock;

class ReceiveTest {

  private static final String SECRET = "secret";
  private static final String MESSAGE =
      """
      {"type": "event_callback", "team_id": "T1", "event_id": "Ev1", "event": {"type": "message",
        "channel": "C1", "user": "U1", "text": "hello", "ts": "1772366400.000100"}}""";

  private final FakeClock clock = new FakeClock();
  private final List<Heard> queue = new ArrayList<>();
  private final FakeKeys keys = new FakeKeys();
  private final Receive receive = new Receive(keys, queue::add, clock, true);

  @Test
  void whatSlackSignedIsPutIntoTheQueue() {
    assertThat(text(sent(MESSAGE))).isEmpty();

    assertThat(queue)
        .containsExactly(
            new Heard.Posted(Bridge.GENERAL, "1772366400.000100", "", "U1", "hello", 0));
  }

  @Test
  void theAddressIsVerified() {
    assertThat(text(sent("{\"type\": \"url_verification\", \"challenge\": \"3eZ\"}")))
        .isEqualTo("3eZ");
    assertThat(queue).isEmpty();
  }

  @Test
  void aCommandIsPutIntoTheQueue() {
    sent(
        "team_id=T1&channel_id=C1&user_id=U1&command=%2Fparley&text=post+caf%C3%A9+%26+%3Ctea%3E"
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2F1&trigger_id=1.2.3");

    assertThat(queue)
        .containsExactly(
            new Heard.Command(
                Bridge.GENERAL,
                "1.2.3",
                "/parley",
                "U1",
                "post café & <tea>",
                "https://hooks.slack.com/commands/1",
                clock.instant().getEpochSecond()));
  }

  @Test
  void whereChangesAreNotWantedMessagesAloneArePutIntoTheQueue() {
    var without = new Receive(keys, queue::add, clock, false);
    for (var body :
        List.of(
            MESSAGE,
            """
            {"type": "event_callback", "team_id": "T1", "event": {"type": "message",
              "subtype": "message_deleted", "channel": "C1", "deleted_ts": "1.2"}}""")) {
      without.handle(request(raw(body), timestamp(), signature(SECRET, timestamp(), body)));
    }

    assertThat(queue).singleElement().isInstanceOf(Heard.Posted.class);
  }

  @Test
  void whatIsTamperedWithIsRefused() {
    var body = Base64.getEncoder().encodeToString(MESSAGE.replace("hello", "help").getBytes(UTF_8));

    assertRefused(asked(body, timestamp(), signature(SECRET, timestamp(), MESSAGE)));
  }

  @Test
  void whatIsOldIsRefusedThoughItIsSigned() {
    var timestamp = timestamp();
    var signature = signature(SECRET, timestamp, MESSAGE);
    clock.pass(SlackSignature.WINDOW.plusSeconds(1));

    assertRefused(asked(raw(MESSAGE), timestamp, signature));
  }

  @Test
  void withoutHeadersOrBodyItIsRefused() {
    assertRefused(asked(raw(MESSAGE), "", ""));
    assertRefused(asked("no base64!", timestamp(), signature(SECRET, timestamp(), "")));
    assertRefused(receive.handle(new Request("r", Caller.inside(), Json.object(), Json.object())));
  }

  @Test
  void withoutASecretNothingIsTaken() {
    keys.known = "";
    keys.current = "";

    assertRefused(sent(MESSAGE));
  }

  @Test
  void aNewSecretIsFoundAtTheFirstSignatureThatIsMadeWithIt() {
    keys.known = "the one before";

    assertThat(sent(MESSAGE).succeeded()).isTrue();
    assertThat(sent(MESSAGE).succeeded()).isTrue();
    assertThat(keys.reads).isEqualTo(1);
  }

  @Test
  void whatTheQueueDoesNotTakeIsLeftToSlackToSendAgain() {
    var failing =
        new Receive(
            keys,
            _ -> {
              throw new IllegalStateException("the queue is down");
            },
            clock,
            true);

    assertThatThrownBy(
            () ->
                failing.handle(
                    request(raw(MESSAGE), timestamp(), signature(SECRET, timestamp(), MESSAGE))))
        .hasMessage("the queue is down");
  }

  @Test
  void whatIsSignedAndMakesNoSenseIsTakenAndForgotten() {
    for (var body :
        List.of(
            "",
            "{",
            "{}",
            "[]",
            "{\"event\": 1}",
            "{\"type\": \"event_callback\", \"event\": {\"type\": \"message\"}}",
            "{\"a\":".repeat(2000),
            "payload=%ZZ&command=x",
            "&&==")) {
      assertThat(text(sent(body))).as(body).isEmpty();
    }
    assertThat(queue).isEmpty();
  }

  private Reply sent(String body) {
    return asked(raw(body), timestamp(), signature(SECRET, timestamp(), body));
  }

  private Reply asked(String raw, String timestamp, String signature) {
    return receive.handle(request(raw, timestamp, signature));
  }

  private static Request request(String raw, String timestamp, String signature) {
    return new Request(
        "r",
        Caller.inside(),
        Json.object().put(Receive.TIMESTAMP, timestamp).put(Receive.SIGNATURE, signature),
        Json.object().put("raw", raw));
  }

  private void assertRefused(Reply reply) {
    assertThat(reply.body())
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("not-signed"));
    assertThat(queue).isEmpty();
  }

  private String timestamp() {
    return Long.toString(clock.instant().getEpochSecond());
  }

  private static String signature(String secret, String timestamp, String body) {
    return new Generator(secret).generate(timestamp, body);
  }

  private static String raw(String body) {
    return Base64.getEncoder().encodeToString(body.getBytes(UTF_8));
  }

  private static String text(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return Json.tree(reply.body()).path("content").asText();
  }
}
