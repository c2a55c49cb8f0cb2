package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The add-on that takes clients' events into a stream: API Gateway and Kinesis, and no function.
 */
class StreamTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI site = RunningTwin.site();
  private final Person ada = Person.named(site, "ada");

  @Test
  void anEventIsInTheStreamWithWhoSentItAndWhen() {
    var began = Instant.now();
    var id = UUID.randomUUID().toString();
    var sent = Map.of("id", id, "type", "page.opened", "user", "grace", "data", Map.of("ms", 7));

    var answer = ada.send("POST", "/events", sent);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Streamed.read("{\"again\": []}"));
    var record = only(id);
    assertThat(record.path("version").asInt()).isEqualTo(1);
    assertThat(record.path("user").asText()).isEqualTo(ada.id());
    assertThat(Instant.ofEpochMilli(record.path("received").asLong()))
        .isBetween(began.minusSeconds(1), Instant.now().plusSeconds(1));
    assertThat(record.path("event")).isEqualTo(JSON.valueToTree(sent));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "it's \"quoted\" \\ and\\\" more",
        "$input.json('$') ${q} $context.authorizer.claims.sub #set($x = 1) #end ## #* *#",
        "line\nline\ttab\u0000\u007f\u2028",
        "\ud83d\udc4d \u00fc",
        "</script>&lt;"
      })
  void whatAClientSaysIsDataAndStaysAsItIs(String text) {
    var id = UUID.randomUUID().toString();
    var event = Map.of("id", id, "type", "said", "data", Map.of(text, text));

    assertThat(ada.send("POST", "/events", event).status()).isEqualTo(200);
    assertThat(ada.send("POST", "/events/batch", Map.of("events", List.of(event))).status())
        .isEqualTo(200);

    var both = records(id);
    assertThat(both).hasSize(2);
    assertThat(both)
        .allSatisfy(
            record ->
                assertThat(record.path("event").toString())
                    .isEqualTo(JSON.valueToTree(event).toString()));
  }

  @Test
  void aBatchIsPutInItsOrder() {
    var ids = IntStream.range(0, 100).mapToObj(_ -> UUID.randomUUID().toString()).toList();
    var events = ids.stream().map(id -> Map.of("id", id, "type", "one.of.many")).toList();

    var answer = ada.send("POST", "/events/batch", Map.of("events", events));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(Streamed.read("{\"again\": []}"));
    assertThat(Streamed.all().stream().map(StreamTest::idOf).filter(ids::contains)).isEqualTo(ids);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{",
        "{\"id\": \"1\", \"type\": \"x\"}",
        "{\"id\": \"00000000-0000-0000-0000-000000000000\", \"type\": \"X y\"}",
        "{\"id\": \"00000000-0000-0000-0000-000000000000\", \"type\": \"x\", \"data\": 1}"
      })
  void whatIsNoEventIsRefused(String body) {
    var before = events();

    assertThat(ada.send("POST", "/events", body).text("code")).isEqualTo("invalid-input");
    assertThat(ada.send("POST", "/events/batch", "{\"events\": [%s]}".formatted(body)))
        .extracting(answer -> answer.text("code"))
        .isEqualTo("invalid-input");
    assertThat(events()).isEqualTo(before);
  }

  @Test
  void whatIsTooLargeOrTooMuchIsRefused() {
    var large =
        Map.of(
            "id",
            UUID.randomUUID().toString(),
            "type",
            "large",
            "data",
            Map.of("x", "x".repeat(1 << 20)));
    var event = Map.of("id", UUID.randomUUID().toString(), "type", "x");

    var answer = ada.send("POST", "/events", large);

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.text("code")).isEqualTo("invalid-input");
    assertThat(
            ada.send(
                    "POST",
                    "/events/batch",
                    Map.of("events", IntStream.range(0, 101).mapToObj(_ -> event).toList()))
                .status())
        .isEqualTo(400);
    assertThat(Person.anonymous(site).send("POST", "/events", event).status()).isEqualTo(401);
  }

  @Test
  void whatHappensInARoomIsInTheStreamToo() throws Exception {
    var room = ada.newRoom("private");
    var text = "it's \"said\" " + UUID.randomUUID();
    var seq = ada.say(room, ada.tail(room), text).body().path("seq").asLong();

    Patience.awaitTrue("the room's entries", () -> entries(room).size() >= seq);

    assertThat(entries(room)).extracting(entry -> entry.path("version").asInt()).containsOnly(1);
    assertThat(entries(room).stream().filter(entry -> entry.path("seq").asLong() == seq))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.path("kind").asText()).isEqualTo("message");
              assertThat(entry.path("sender").asText()).isEqualTo(ada.id());
              assertThat(entry.path("text").asText()).isEqualTo(text);
            });
  }

  @Test
  void theArchiveHoldsWhatTheStreamHeld() throws Exception {
    var id = UUID.randomUUID().toString();
    ada.send("POST", "/events", Map.of("id", id, "type", "to.be.archived"));

    Patience.awaitTrue("the event in the archive", () -> !archived(id).isEmpty());
    assertThat(archived(id))
        .singleElement()
        .satisfies(record -> assertThat(record.path("user").asText()).isEqualTo(ada.id()));
  }

  private static List<JsonNode> archived(String id) {
    return Streamed.archived().stream().filter(record -> idOf(record).equals(id)).toList();
  }

  private static List<JsonNode> entries(String room) {
    return Streamed.all().stream()
        .filter(record -> record.path("room").asText().equals(room))
        .toList();
  }

  /** Those of clients; rooms' entries may come meanwhile. */
  private static long events() {
    return Streamed.all().stream().filter(record -> record.has("event")).count();
  }

  private static JsonNode only(String id) {
    var records = records(id);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static List<JsonNode> records(String id) {
    return Streamed.all().stream().filter(record -> idOf(record).equals(id)).toList();
  }

  private static String idOf(JsonNode record) {
    return record.path("event").path("id").asText();
  }
}
