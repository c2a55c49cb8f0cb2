package parley.addons.panic;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The alarms of the last weeks. Every change is there when the call returns. */
interface Alarms {

  /**
   * Notes a press that has no id of its own.
   *
   * @param same how far apart two presses of one kind, by one button, may be and are one still
   * @return the id of the alarm that it belongs to: the one that is offered, or that of the press
   *     that it repeats
   */
  String latest(Press press, String offered, Duration same);

  /** Keeps an alarm, if it is not there. */
  void raise(Alarm alarm);

  /** An alarm, as it stands now. */
  Optional<Alarm> find(String alarm);

  /**
   * Notes who acknowledged it, if nobody has.
   *
   * @return the alarm as it stands then; empty where the room has no such alarm
   */
  Optional<Alarm> acknowledge(String alarm, String room, Alarm.Acknowledgement by);

  /** Notes that others were told. */
  void tell(String alarm, Instant time);
}
