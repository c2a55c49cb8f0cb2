package parley.addons.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.addons.panic.Presses.NOON;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Refusal;
import parley.kernel.Reply;

final class RaiseAlarmTest {

  private static final String LONG = "{\"clickType\": \"LONG\", \"batteryVoltage\": \"1500mV\"}";

  private final MemoryAlarms alarms = new MemoryAlarms();
  private final List<String> later = new ArrayList<>();
  private final FakePeer messages = new FakePeer();
  private final RaiseAlarm raise = new RaiseAlarm(alarms, later::add, new Room(messages));

  @Test
  void theRoomIsToldWhereAndWhat() throws Exception {
    press(LONG, "t", NOON);

    var alarm = later.getFirst();
    assertThat(messages.asked())
        .singleElement()
        .hasToString(
            """
            {"room":"r","app":"panic","id":"%s-raised","text":"Ground floor: Call the police",\
            "data":{"alarm":"%s","step":"raised","place":"Ground floor","name":"Front desk",\
            "click":"LONG","battery":"1500mV"},"from":"Front desk"}"""
                .formatted(alarm, alarm));
    assertThat(alarms.find(alarm).orElseThrow().room()).isEqualTo("r");
    assertThat(alarms.find(alarm).orElseThrow().pressed()).isEqualTo(NOON);
  }

  @Test
  void aPressWithAnIdIsOneAlarmHoweverOftenAndLateItComes() throws Exception {
    press("{\"id\": \"7\", \"click\": \"LONG\"}", "t", NOON);
    press("{\"id\": \"7\", \"click\": \"LONG\"}", "u", NOON.plusSeconds(3600));
    press("{\"id\": \"8\", \"click\": \"LONG\"}", "v", NOON);

    assertThat(later.get(1)).isEqualTo(later.getFirst());
    assertThat(later.get(2)).isNotEqualTo(later.getFirst());
    assertThat(ids())
        .containsExactly(
            later.get(0) + "-raised", later.get(1) + "-raised", later.get(2) + "-raised");
  }

  @Test
  void aPressWithoutAnIdIsOneAlarmOverRetriesAndOverTenSeconds() throws Exception {
    press(LONG, "t", NOON);
    press(LONG, "t", NOON);
    press(LONG, "u", NOON.plusSeconds(10));
    press(LONG, "v", NOON.plusSeconds(11));

    assertThat(later.get(1)).isEqualTo(later.getFirst());
    assertThat(later.get(2)).isEqualTo(later.getFirst());
    assertThat(later.get(3)).isNotEqualTo(later.getFirst());
  }

  @Test
  void whereTheRoomIsGonePeopleAreToldLaterAndThePressComesAgain() {
    messages.answers(_ -> Reply.refused(Refusal.notFound("room")));

    assertThatThrownBy(() -> press(LONG, "t", NOON)).hasMessageContaining("not-found");
    assertThat(later).hasSize(1);
    assertThat(alarms.find(later.getFirst())).isPresent();
  }

  private List<String> ids() {
    return messages.asked().stream().map(body -> body.path("id").asText()).toList();
  }

  private void press(String payload, String trace, Instant at) throws Exception {
    raise.handle(Presses.said(payload, trace, at));
  }
}
