package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The add-on that does something when something happens, or when it is time. */
class TriggersTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The room of the demo instance's digest, and of its calls. */
  private static final String TOLD = "RoomOfTheDailyDigest_0";

  private final URI site = RunningTwin.site();
  private final Receiver receiver = new Receiver(site);
  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");

  @Test
  void whatHappensIsPostedToTheReceiverSigned() throws Exception {
    var room = roleChanged();

    var posted = receiver.awaitTaken(room);

    assertThat(posted.path("path").asText()).isEqualTo("/parley");
    var body = JSON.readTree(posted.path("body").asText());
    assertThat(body.path("type").asText()).isEqualTo("member.role");
    assertThat(body.at("/data/user").asText()).isEqualTo(grace.id());
    assertThat(JSON.readTree(posted.path("answer").asText()).path("id").asText())
        .isEqualTo("evt_%s_%d".formatted(room, body.at("/data/seq").asLong()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuse", "redirect", "slow"})
  void whatAReceiverDoesNotTakeIsPostedAgainUntilItDoes(String how) throws Exception {
    receiver.fail(how, 1);
    var room = roleChanged();

    var posted = receiver.awaitTaken(room);

    assertThat(JSON.readTree(posted.path("answer").asText()).path("times").asInt()).isEqualTo(1);
    assertThat(receiver.exchanges(room)).hasSizeGreaterThan(1);
  }

  @Test
  void aReminderIsToldWhenItIsTimeAndOnce() throws Exception {
    var room = ada.newRoom("private");
    var id = UUID.randomUUID().toString();
    var due = Map.of("id", id, "whom", "room", "at", Instant.now(), "text", "it's time");
    var route = "/rooms/%s/reminders".formatted(room);
    assertThat(ada.send("POST", route, text(due)).status()).isEqualTo(201);
    assertThat(ada.send("POST", route, text(due)).status()).isEqualTo(201);

    var told = awaitEntry(room, "it's time");

    assertThat(told.path("app").asText()).isEqualTo("triggers");
    assertThat(told.path("from").asText()).startsWith("Reminder by ");
    assertThat(told.path("sender").asText()).isEqualTo("app-triggers");
    Tables.of(site).awaitGone("TriggersRemindersPending", Map.of("user", ada.id(), "id", id));
    assertThat(entries(room))
        .filteredOn(e -> e.path("text").asText().equals("it's time"))
        .hasSize(1);
  }

  @Test
  void onesOwnRemindersAreListedAndCancelledAndNobodyElses() {
    var room = ada.newRoom("private");
    var id = UUID.randomUUID().toString();
    var later = Map.of("id", id, "whom", "me", "at", "2099-01-01T00:00:00Z", "text", "later");
    var route = "/rooms/%s/reminders".formatted(room);
    assertThat(ada.send("POST", route, text(later)).text("code")).isEqualTo("invalid-input");
    var tomorrow = Instant.now().plus(Duration.ofDays(1));
    var mine = Map.of("id", id, "whom", "me", "at", tomorrow, "text", "tomorrow");
    assertThat(ada.send("POST", route, text(mine)).status()).isEqualTo(201);
    assertThat(grace.send("POST", route, text(mine)).text("code")).isEqualTo("not-found");

    assertThat(grace.send("DELETE", "/reminders/" + id, null).status()).isEqualTo(200);
    assertThat(pending(ada)).contains(id);
    assertThat(pending(grace)).doesNotContain(id);
    assertThat(ada.send("DELETE", "/reminders/" + id, null).status()).isEqualTo(200);
    assertThat(pending(ada)).doesNotContain(id);
  }

  @Test
  void aDigestIsWrittenOnceForADay() throws Exception {
    said(1, Instant.now().minus(Duration.ofDays(3)), "long ago");
    said(2, Instant.now().minus(Duration.ofHours(2)), "lately");
    var due =
        JSON.createObjectNode()
            .put("room", TOLD)
            .put("zone", "UTC")
            .put("time", Instant.now().toString())
            .toString();
    leave("TriggersDigestsDueQueue", due);
    leave("TriggersDigestsDueQueue", due);

    var digest = awaitTold("Since this time yesterday: 1 message from 1 person.");

    assertThat(digest.get("from").s()).isEqualTo("Daily digest");
    // What was left later is handed over later: when that is told of, both digests were due.
    put("grace", "CreateAccessKey", UUID.randomUUID().toString());
    awaitTold("The user grace called CreateAccessKey of iam in us-east-1.");
    assertThat(told()).filteredOn(e -> e.get("text").s().startsWith("Since")).hasSize(1);
  }

  @Test
  void aRoomIsToldOfACallOfAwsOnceByItsId() throws Exception {
    said(1, Instant.now().minus(Duration.ofDays(3)), "long ago");
    var id = UUID.randomUUID().toString();
    put("ada", "CreateAccessKey", id);
    put("ada", "CreateAccessKey", id);
    put("ada", "DeleteAccessKey", UUID.randomUUID().toString());
    put("alan", "CreateAccessKey", UUID.randomUUID().toString());

    awaitTold("The user ada called CreateAccessKey of iam in us-east-1.");
    awaitTold("The user alan called CreateAccessKey of iam in us-east-1.");

    assertThat(told())
        .extracting(entry -> entry.get("text").s())
        .filteredOn(text -> text.startsWith("The user ada called"))
        .containsExactly("The user ada called CreateAccessKey of iam in us-east-1.");
  }

  private String roleChanged() {
    var room = ada.newRoom("private");
    var member = "/rooms/%s/members/%s".formatted(room, grace.id());
    assertThat(ada.send("PUT", member, Map.of("role", "member")).status()).isEqualTo(200);
    assertThat(ada.send("PUT", member, Map.of("role", "owner")).status()).isEqualTo(200);
    return room;
  }

  private static String text(Map<String, ?> body) {
    var json = JSON.createObjectNode();
    body.forEach((name, value) -> json.put(name, value.toString()));
    return json.toString();
  }

  private static List<String> pending(Person person) {
    return person
        .get("/reminders")
        .body()
        .path("reminders")
        .valueStream()
        .map(one -> one.path("id").asText())
        .toList();
  }

  private List<JsonNode> entries(String room) {
    return ada.get("/rooms/%s/messages".formatted(room))
        .body()
        .path("entries")
        .valueStream()
        .toList();
  }

  private JsonNode awaitEntry(String room, String text) {
    return Patience.await(
        "in the room: " + text,
        () ->
            entries(room).stream()
                .filter(entry -> entry.path("text").asText().equals(text))
                .findFirst());
  }

  /** The room is nobody's: its log is as an administrator wrote it. */
  private void said(long seq, Instant time, String text) {
    Tables.of(site)
        .putAll(
            "Messages",
            List.of(
                Map.of(
                    "room", AttributeValue.fromS(TOLD),
                    "seq", AttributeValue.fromN("" + seq),
                    "messages", AttributeValue.fromN("" + seq),
                    "kind", AttributeValue.fromS("message"),
                    "sender", AttributeValue.fromS(ada.id()),
                    "clientId", AttributeValue.fromS("c" + seq),
                    "time", AttributeValue.fromS(time.toString()),
                    "text", AttributeValue.fromS(text))));
  }

  private List<Map<String, AttributeValue>> told() {
    return Tables.of(site).rows("Messages", "room", TOLD);
  }

  private Map<String, AttributeValue> awaitTold(String text) {
    return Patience.await(
        "told to the room: " + text,
        () -> told().stream().filter(entry -> entry.get("text").s().equals(text)).findFirst());
  }

  private static void leave(String queue, String message) {
    try (var sqs = Profile.client(SqsClient.builder())) {
      var url =
          sqs.listQueues().queueUrls().stream()
              .filter(one -> one.contains("-" + queue))
              .findFirst()
              .orElseThrow();
      sqs.sendMessage(send -> send.queueUrl(url).messageBody(message));
    }
  }

  /** What CloudTrail would put there. */
  private static void put(String user, String call, String id) {
    var detail =
        JSON.createObjectNode()
            .put("eventSource", "iam.amazonaws.com")
            .put("eventName", call)
            .put("eventID", id)
            .put("awsRegion", "us-east-1");
    detail.putObject("userIdentity").put("type", "IAMUser").put("userName", user);
    try (var events = Profile.client(EventBridgeClient.builder())) {
      var put =
          events.putEvents(
              e ->
                  e.entries(
                      entry ->
                          entry
                              .source("aws.iam")
                              .detailType("AWS API Call via CloudTrail")
                              .detail(detail.toString())));
      assertThat(put.failedEntryCount()).isZero();
    }
  }
}
