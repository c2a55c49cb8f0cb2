package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * The add-on for panic buttons: from what a button says to who acknowledged it, or was told. An
 * alarm of the demo waits for a minute.
 */
class PanicTest {

  private final URI site = RunningTwin.site();

  private final Person ada = Person.named(site, "ada");
  private final Person grace = Person.named(site, "grace");
  private String room = "";

  /** The room that the demo's file names. */
  @BeforeEach
  void open() {
    room = ada.send("PUT", "/directs/" + grace.id(), null).text("room");
  }

  @Test
  void aPressIsAMessageOfTheRoomWithPlaceAndName() throws Exception {
    var id = UUID.randomUUID().toString();
    try (var theirs = grace.socket()) {
      theirs.ask("subscribe", Map.of("rooms", List.of(room)));
      Pressed.press("front-desk", "LONG", id);
      var frame =
          theirs.await(
              said ->
                  said.path("entries")
                      .valueStream()
                      .anyMatch(entry -> entry.path("app").asText().equals("panic")));
      assertThat(frame.path("type").asText()).isEqualTo("entries");
    }

    var entry = entries(step("raised")).getLast();
    assertThat(entry.path("sender").asText()).isEqualTo("app-panic");
    assertThat(entry.path("from").asText()).isEqualTo("Front desk");
    assertThat(entry.path("text").asText()).isEqualTo("Ground floor: This is an emergency.");
    assertThat(data(entry).path("click").asText()).isEqualTo("LONG");
    acknowledge(ada, data(entry).path("alarm").asText());
  }

  @Test
  void aPressThatComesAgainIsOneMessage() throws Exception {
    var before = entries(step("raised")).size();
    var id = UUID.randomUUID().toString();
    Pressed.press("front-desk", "SINGLE", id);
    Pressed.press("front-desk", "SINGLE", id);
    Pressed.press("front-desk", "SINGLE", UUID.randomUUID().toString());

    var raised = await(step("raised"), before + 2);
    raised.forEach(entry -> acknowledge(ada, data(entry).path("alarm").asText()));
    assertThat(entries(step("raised"))).hasSize(before + 2);
  }

  @Test
  void theFirstToAcknowledgeIsNamedToAllAndNobodyElseIsTold() throws Exception {
    var before = entries(step("raised")).size();
    Pressed.press("front-desk", "DOUBLE", UUID.randomUUID().toString());
    var alarm = data(await(step("raised"), before + 1).getLast()).path("alarm").asText();

    assertThat(acknowledge(grace, alarm).text("user")).isEqualTo(grace.id());
    assertThat(acknowledge(ada, alarm).text("user")).isEqualTo(grace.id());

    var entries = entries(step("acknowledged").and(of(alarm)));
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().path("sender").asText()).isEqualTo(grace.id());
  }

  @Test
  void whoIsNoMemberCannotAcknowledgeAndSeesNoAlarm() throws Exception {
    var before = entries(step("raised")).size();
    Pressed.press("front-desk", "DOUBLE", UUID.randomUUID().toString());
    var alarm = data(await(step("raised"), before + 1).getLast()).path("alarm").asText();

    assertThat(acknowledge(Person.named(site, "alan"), alarm).text("code")).isEqualTo("not-found");
    assertThat(entries(step("acknowledged").and(of(alarm)))).isEmpty();
    acknowledge(ada, alarm);
  }

  @Test
  void whatNobodyAcknowledgesIsToldToOthersAndToTheRoom() throws Exception {
    var before = entries(step("raised")).size();
    Pressed.press("front-desk", "SINGLE");
    var alarm = data(await(step("raised"), before + 1).getLast()).path("alarm").asText();

    var entry = await(step("escalated").and(of(alarm)), 1).getFirst();

    assertThat(entry.path("text").asText())
        .isEqualTo(
            "Nobody has acknowledged this alarm for a minute, others are told by SMS or e-mail"
                + " – Ground floor: Somebody needs help here.");
    assertThat(Pressed.told())
        .anySatisfy(
            told -> {
              assertThat(told.path("endpoint").asText()).isEqualTo("on-call@example.com");
              assertThat(told.path("message").asText())
                  .startsWith("Ground floor: Somebody needs help here. (Front desk).");
            });
  }

  @Test
  void aButtonThatWasLostSaysNothing() {
    assertThatThrownBy(() -> Pressed.press("pharmacy", "LONG")).isInstanceOf(IOException.class);
  }

  @Test
  void whatIsFarTooLongToBeAPressIsSetAside() throws Exception {
    Pressed.say("front-desk", "x".repeat(20_000));

    try (var sqs = Profile.client(SqsClient.builder())) {
      var failed =
          sqs.listQueues().queueUrls().stream()
              .filter(url -> url.contains("PanicPressesFailed"))
              .findFirst()
              .orElseThrow();
      var received =
          sqs.receiveMessage(receive -> receive.queueUrl(failed).waitTimeSeconds(20)).messages();
      assertThat(received)
          .extracting(Message::body)
          .anySatisfy(body -> assertThat(body).contains("base64OriginalPayload"));
      received.forEach(
          message ->
              sqs.deleteMessage(
                  delete -> delete.queueUrl(failed).receiptHandle(message.receiptHandle())));
    }
  }

  private Answer acknowledge(Person person, String alarm) {
    return person.send("POST", "/rooms/%s/alarms/%s/acknowledge".formatted(room, alarm), Map.of());
  }

  /** All entries of that kind, as soon as there are so many. */
  private List<JsonNode> await(Predicate<JsonNode> wanted, int most) {
    Patience.awaitTrue("entries of the button", () -> entries(wanted).size() >= most);
    return entries(wanted);
  }

  private List<JsonNode> entries(Predicate<JsonNode> wanted) {
    return ada.get("/rooms/%s/messages?limit=100".formatted(room))
        .body()
        .path("entries")
        .valueStream()
        .filter(entry -> entry.path("app").asText().equals("panic"))
        .filter(wanted)
        .toList();
  }

  private static Predicate<JsonNode> step(String step) {
    return entry -> data(entry).path("step").asText().equals(step);
  }

  private static Predicate<JsonNode> of(String alarm) {
    return entry -> data(entry).path("alarm").asText().equals(alarm);
  }

  private static JsonNode data(JsonNode entry) {
    return Streamed.read(entry.path("data").asText("{}"));
  }
}
