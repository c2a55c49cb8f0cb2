package parley.addons.triggers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

class DeliverTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Webhook ONE = webhook("one");
  private static final Webhook OTHER = webhook("other");

  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
  private final List<String> hidden = Collections.synchronizedList(new ArrayList<>());
  private Receiver receiver = (_, _, _) -> 204;
  private Optional<String> key = Optional.of(KEY);

  private record Sent(URI url, Map<String, String> headers, String body) {}

  @Test
  void anEventIsPostedInTheFormOfStandardWebhooks() {
    assertThat(deliver(waiting("1", "one", 1))).isEmpty();

    var only = sent.getFirst();
    assertThat(only.url()).isEqualTo(ONE.url());
    assertThat(only.body())
        .isEqualTo(
            """
            {"type":"message.posted","timestamp":"2026-11-28T08:59:59.123Z",\
            "data":{"version":1,"room":"r","seq":7,"time":"2026-11-28T08:59:59.123Z","text":"it's"}}""");
    assertThat(only.headers())
        .containsEntry("webhook-id", "evt_r_7")
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
        .containsEntry(
            "webhook-signature", Keys.of(KEY).sign("evt_r_7", NOW.getEpochSecond(), only.body()));
    assertThat(hidden).isEmpty();
  }

  @Test
  void whatIsTriedAgainHasTheSameIdAndText() {
    deliver(waiting("1", "one", 1));
    deliver(waiting("1", "one", 2));
    assertThat(sent).hasSize(2);
    assertThat(sent.getLast()).isEqualTo(sent.getFirst());
  }

  @Test
  void eachReceiverGetsWhatLiesInItsOwnQueue() {
    deliver(waiting("1", "one", 1), waiting("2", "other", 1));
    assertThat(sent).extracting(Sent::url).containsExactlyInAnyOrder(ONE.url(), OTHER.url());
  }

  @Test
  void whatIsNotTakenComesBackAfterAGrowingPauseAndTheRestIsDone() {
    receiver =
        (url, _, _) -> {
          if (url.equals(OTHER.url())) {
            return 204;
          }
          throw new IOException("gave no answer");
        };
    var failed = deliver(waiting("1", "one", 1), waiting("2", "other", 1), waiting("3", "one", 4));
    assertThat(failed).containsExactly("1", "3");
    assertThat(hidden).containsExactlyInAnyOrder("receipt-1 PT5S", "receipt-3 PT15M");
  }

  @Test
  void onlyASuccessIsTaken() {
    for (var status : new int[] {100, 301, 307, 400, 404, 410, 429, 500, 503}) {
      receiver = (_, _, _) -> status;
      assertThat(deliver(waiting("1", "one", 1))).as("%d", status).containsExactly("1");
    }
  }

  @Test
  void pausesGrowToHoursWithinADay() {
    var pauses = java.util.stream.IntStream.range(1, 10).mapToObj(Pauses::after).toList();
    assertThat(pauses).isSorted();
    assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus))
        .isBetween(Duration.ofHours(20), Duration.ofHours(24));
  }

  @Test
  void nothingIsSentWithoutAKeyThatCanBeUsed() {
    for (var text :
        new String[] {"", "secret", "whsec_", "whsec_AAAA", KEY + " " + KEY + " " + KEY}) {
      key = Optional.of(text);
      assertThat(deliver(waiting("1", "one", 1))).as(text).containsExactly("1");
    }
    key = Optional.empty();
    assertThat(deliver(waiting("1", "one", 1))).containsExactly("1");
    assertThat(sent).isEmpty();
    assertThat(hidden).isNotEmpty();
  }

  @Test
  void whatIsNoEventIsNotSent() {
    for (var body : new String[] {"", "{", "[]", "{\"detail-type\":\"message.posted\"}"}) {
      assertThat(deliver(record("1", "one", 1, body))).as(body).containsExactly("1");
    }
    assertThat(sent).isEmpty();
  }

  private List<String> deliver(JsonNode... records) {
    var batch = Json.object();
    batch.putArray("Records").addAll(List.of(records));
    Receiver noting =
        (url, headers, body) -> {
          sent.add(new Sent(url, headers, body));
          return receiver.post(url, headers, body);
        };
    var deliver =
        new Deliver(
            List.of(ONE, OTHER),
            _ -> key,
            noting,
            (_, receipt, time) -> hidden.add(receipt + " " + time),
            Clock.fixed(NOW, ZoneOffset.UTC));
    return deliver
        .deliver(batch)
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").asText())
        .toList();
  }

  private static JsonNode waiting(String id, String queue, int tries) {
    return record(
        id,
        queue,
        tries,
        """
        {"version":"0","id":"e","source":"parley","detail-type":"message.posted","detail":
          {"version":1,"room":"r","seq":7,"time":"2026-11-28T08:59:59.123Z","text":"it's"}}""");
  }

  private static JsonNode record(String id, String queue, int tries, String body) {
    var record =
        Json.object()
            .put("messageId", id)
            .put("receiptHandle", "receipt-" + id)
            .put("body", body)
            .put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:" + queue);
    record.putObject("attributes").put("ApproximateReceiveCount", Integer.toString(tries));
    return record;
  }

  private static Webhook webhook(String name) {
    return new Webhook(
        name,
        URI.create("https://%s.example/in".formatted(name)),
        URI.create("https://sqs.eu-west-1.amazonaws.com/123456789012/" + name));
  }
}
