package parley.addons.panic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * Looks at an alarm when its time is over: if nobody has acknowledged it, more people are told, and
 * the room hears of that.
 *
 * @param notices who else is told
 * @param after how long an alarm waits
 */
record Escalate(Alarms alarms, Notices notices, Room room, Duration after, Clock clock)
    implements Batch.Work {

  @Override
  public void handle(JsonNode body) throws IOException {
    var alarm = alarms.find(body.path("alarm").asText());
    if (alarm.isPresent() && alarm.get().acknowledged().isEmpty()) {
      escalate(alarm.get());
    }
  }

  /** Told twice, should this end between the two, is better than not at all. */
  private void escalate(Alarm alarm) {
    if (alarm.told().isEmpty()) {
      notices.tell(
          "%s (%s). Pressed at %s. Nobody has acknowledged it for %s."
              .formatted(alarm.line(), alarm.name(), alarm.pressed(), minutes()));
      alarms.tell(alarm.alarm(), clock.instant());
    }
    var what = "Nobody has acknowledged this alarm for %s%s".formatted(minutes(), notices.what());
    Batch.require(room.escalated(alarm.alarm(), alarm, what));
  }

  private String minutes() {
    var minutes = after.toMinutes();
    return minutes == 1 ? "a minute" : "%d minutes".formatted(minutes);
  }
}
