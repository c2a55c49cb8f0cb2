package parley.addons.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.addons.panic.Presses.NOON;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

final class AcknowledgeAlarmTest {

  private final MemoryAlarms alarms = new MemoryAlarms();
  private final FakePeer members = new FakePeer();
  private final FakePeer messages = new FakePeer();
  private final AcknowledgeAlarm acknowledge =
      new AcknowledgeAlarm(alarms, members, new Room(messages), Clock.fixed(NOON, ZoneOffset.UTC));

  @BeforeEach
  void raise() {
    alarms.raise(Alarm.of("a", Presses.press("desk", Click.LONG, NOON.minusSeconds(30))));
    members.answers(body -> Reply.ok(Json.object().set("rooms", body.path("rooms"))));
  }

  @Test
  void aMemberAcknowledgesAndTheRoomHearsItInTheirName() {
    assertThat(Json.write(acknowledge("ada", "r", "a").body()))
        .isEqualTo("{\"alarm\":\"a\",\"user\":\"ada\",\"time\":\"2026-11-28T12:00:00Z\"}");
    assertThat(members.asked().getFirst()).hasToString("{\"user\":\"ada\",\"rooms\":[\"r\"]}");
    assertThat(messages.asked())
        .singleElement()
        .hasToString(
            "{\"room\":\"r\",\"app\":\"panic\",\"id\":\"a-acknowledged\",\"text\":\"I acknowledge:"
                + " Ground floor: Call the"
                + " police\",\"data\":{\"alarm\":\"a\",\"step\":\"acknowledged\",\"place\":\"Ground"
                + " floor\",\"name\":\"Front desk\"},\"user\":\"ada\"}");
  }

  @Test
  void whoComesSecondHearsWhoWasFirst() {
    acknowledge("ada", "r", "a");

    assertThat(Json.tree(acknowledge("ben", "r", "a").body()).path("user").asText())
        .isEqualTo("ada");
    assertThat(messages.asked()).allMatch(body -> body.path("user").asText().equals("ada"));
  }

  @Test
  void whoeverWasFirstAndLeftStaysTheFirst() {
    acknowledge("ada", "r", "a");
    messages.answers(_ -> Reply.refused(Refusal.notFound("room")));

    assertThat(acknowledge("ben", "r", "a").status()).isEqualTo(200);
  }

  @Test
  void whereTheRoomCannotBeToldItIsToBeTriedAgain() {
    messages.answers(_ -> Reply.refused(new Refusal(429, "busy", "later")));

    assertThat(acknowledge("ada", "r", "a").status()).isEqualTo(429);
  }

  @Test
  void whoIsNoMemberSeesNoAlarm() {
    members.answers(_ -> Reply.ok(Json.object().set("rooms", Json.tree(new String[0]))));

    assertThat(acknowledge("eve", "r", "a").status()).isEqualTo(404);
    assertThat(alarms.find("a").orElseThrow().acknowledged()).isEmpty();
    assertThat(messages.asked()).isEmpty();
  }

  @Test
  void whatIsNotThereOrInAnotherRoomIsNotFound() {
    assertThat(acknowledge("ada", "r", "b").status()).isEqualTo(404);
    assertThat(acknowledge("ada", "other", "a").status()).isEqualTo(404);
    assertThat(acknowledge("ada", "r", "desk#LONG").status()).isEqualTo(400);
  }

  private Reply acknowledge(String user, String room, String alarm) {
    return acknowledge.handle(
        new Request(
            "7",
            new Caller(user, "", ""),
            Json.object().put("room", room).put("alarm", alarm),
            Json.object()));
  }
}
