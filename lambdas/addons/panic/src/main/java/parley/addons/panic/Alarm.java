package parley.addons.panic;

import java.time.Instant;
import java.util.Optional;

/**
 * A press that somebody is to look after.
 *
 * @param alarm its id, which follows from the press
 * @param room where it is heard
 * @param button the thing's name
 * @param place where the button is
 * @param name what the button is called
 * @param text what the click says
 * @param pressed when
 * @param acknowledged by whom and when; empty while nobody has
 * @param told when others were told that nobody has; empty before
 */
record Alarm(
    String alarm,
    String room,
    String button,
    String place,
    String name,
    String text,
    Instant pressed,
    Optional<Acknowledgement> acknowledged,
    Optional<Instant> told) {

  /** Who looks after it, since when. */
  record Acknowledgement(String user, Instant time) {}

  /** Of a press, as yet unheard. */
  static Alarm of(String alarm, Press press) {
    var button = press.button();
    return new Alarm(
        alarm,
        button.room(),
        button.thing(),
        button.place(),
        button.name(),
        button.says(press.click()),
        press.received(),
        Optional.empty(),
        Optional.empty());
  }

  /** Where and what, in one line. */
  String line() {
    return "%s: %s".formatted(place, text);
  }
}
