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

  /** Of a room that is gone, or that whoever acknowledged has left. */
  private static final int NOT_FOUND = 404;

  @Override
  public void handle(JsonNode body) throws IOException {
    var alarm = alarms.find(body.path("alarm").asText());
    if (alarm.isPresent()) {
      alarm
          .get()
          .acknowledged()
          .ifPresentOrElse(by -> hear(alarm.get(), by), () -> escalate(alarm.get()));
    }
  }

  /** Whoever acknowledged it may have seen an error, and the room nothing: it hears of it once. */
  private void hear(Alarm alarm, Alarm.Acknowledgement by) {
    var reply = room.acknowledged(alarm.alarm(), alarm, by.user());
    if (reply.status() != NOT_FOUND) {
      Batch.require(reply);
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
