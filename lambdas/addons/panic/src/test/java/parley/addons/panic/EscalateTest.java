package parley.addons.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.panic.Presses.NOON;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;

final class EscalateTest {

  private final MemoryAlarms alarms = new MemoryAlarms();
  private final List<String> told = new ArrayList<>();
  private final FakePeer messages = new FakePeer();
  private final Notices notices =
      new Notices() {
        @Override
        public void tell(String text) {
          told.add(text);
        }

        @Override
        public String what() {
          return ", others are told";
        }
      };

  @BeforeEach
  void raise() {
    alarms.raise(Alarm.of("a", Presses.press("desk", Click.LONG, NOON)));
  }

  @Test
  void whatNobodyAcknowledgedIsToldToOthersAndToTheRoom() throws Exception {
    escalate(notices, "a");

    assertThat(told)
        .containsExactly(
            "Ground floor: Call the police (Front desk). Pressed at 2026-11-28T12:00:00Z."
                + " Nobody has acknowledged it for 2 minutes.");
    assertThat(messages.asked())
        .singleElement()
        .satisfies(
            body -> {
              assertThat(body.path("id").asText()).isEqualTo("a-escalated");
              assertThat(body.path("text").asText())
                  .isEqualTo(
                      "Nobody has acknowledged this alarm for 2 minutes, others are told"
                          + " – Ground floor: Call the police");
            });
  }

  @Test
  void othersAreToldOnceThoughItIsDoneAgain() throws Exception {
    messages.answers(_ -> Reply.refused(new Refusal(429, "busy", "later")));
    assertThatThrownBy(() -> escalate(notices, "a")).hasMessageContaining("busy");
    messages.answers(_ -> Reply.created(Json.object()));

    escalate(notices, "a");
    escalate(notices, "a");

    assertThat(told).hasSize(1);
    assertThat(messages.asked()).hasSize(3);
  }

  @Test
  void whatSomebodyAcknowledgedIsToldToTheRoomAloneThoughTheyCouldNotTellIt() throws Exception {
    alarms.acknowledge("a", "r", new Alarm.Acknowledgement("ada", NOON));
    messages.answers(_ -> Reply.refused(new Refusal(429, "busy", "later")));
    assertThatThrownBy(() -> escalate(notices, "a")).hasMessageContaining("busy");
    messages.answers(_ -> Reply.refused(Refusal.notFound("room")));

    escalate(notices, "a");

    assertThat(told).isEmpty();
    assertThat(messages.asked())
        .hasSize(2)
        .allSatisfy(
            body -> {
              assertThat(body.path("id").asText()).isEqualTo("a-acknowledged");
              assertThat(body.path("user").asText()).isEqualTo("ada");
            });
  }

  @Test
  void whereNobodyElseIsToldTheRoomIsRemindedAllTheSame() throws Exception {
    escalate(Notices.NONE, "a");

    assertThat(messages.asked().getFirst().path("text").asText())
        .isEqualTo(
            "Nobody has acknowledged this alarm for 2 minutes – Ground floor: Call the police");
  }

  @Test
  void anAlarmThatIsGoneIsLeft() throws Exception {
    escalate(notices, "b");

    assertThat(messages.asked()).isEmpty();
  }

  private void escalate(Notices others, String alarm) throws Exception {
    var clock = Clock.fixed(NOON.plusSeconds(120), ZoneOffset.UTC);
    new Escalate(alarms, others, new Room(messages), Duration.ofMinutes(2), clock)
        .handle(Json.object().put("alarm", alarm));
  }
}
