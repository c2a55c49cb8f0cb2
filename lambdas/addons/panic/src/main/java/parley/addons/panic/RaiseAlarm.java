package parley.addons.panic;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import parley.kernel.Ids;

/**
 * Makes an alarm of a press: kept first, then looked at again later, and then told to the room. Any
 * of these may be done again: a press is one alarm over all retries, and one message.
 *
 * @param later has an alarm come back when its time is over
 */
record RaiseAlarm(Alarms alarms, Consumer<String> later, Room room) implements Batch.Work {

  /**
   * The AWS IoT button's messages have no id. Whoever presses again and again in need, and a button
   * that sends twice, is heard once in this time.
   */
  static final Duration SAME = Duration.ofSeconds(10);

  @Override
  public void handle(JsonNode said) throws IOException {
    var press = Press.of(said);
    var alarm = Alarm.of(idOf(press), press);
    alarms.raise(alarm);
    // Before the message: where its room is gone, people are told all the same.
    later.accept(alarm.alarm());
    Batch.require(room.raised(press.trace(), alarm, press));
  }

  private String idOf(Press press) {
    var thing = press.button().thing();
    return press
        .id()
        .map(id -> Ids.derived("panic", thing, id))
        .orElseGet(() -> alarms.latest(press, Ids.derived("panic", thing, press.trace()), SAME));
  }
}
