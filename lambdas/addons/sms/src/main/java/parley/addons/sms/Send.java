package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import parley.addons.sms.Twilio.Outcome;
import parley.outside.Row;

/**
 * Sends one SMS, where it still is to be sent: its reader has a number and did not say STOP, is in
 * the room, is not to be left alone, and has not had as many today as they may.
 *
 * @param most how many SMS anybody may have in a day
 * @param callback where Twilio is to tell what becomes of one, to which its id is added
 * @param metrics takes what is counted
 */
record Send(
    People people,
    Company company,
    Limits limits,
    Sendings sendings,
    Twilio twilio,
    Clock clock,
    int most,
    String callback,
    Consumer<String> metrics) {

  /** Twilio's code for a number whose owner said STOP. */
  static final int STOPPED = 21610;

  private static final Duration TWO_DAYS = Duration.ofDays(2);

  /** Throws where it is to be tried again. */
  void send(Outgoing sms) {
    sendings.find(sms.id()).ifPresent(found -> send(sms, found));
  }

  private void send(Outgoing sms, Row found) {
    var preferences = people.preferences(sms.user());
    var text = text(sms, preferences);
    if (text.isEmpty() || !reachable(preferences)) {
      return;
    }
    if (found.exists()) {
      sendings.again(found);
      post(sms, preferences.number(), text);
    } else {
      first(sms, found, preferences, text);
    }
  }

  /** It is claimed and counted in one, so that no further try counts it again or not at all. */
  private void first(Outgoing sms, Row found, Preferences preferences, String text) {
    var allowed = Math.min(most, preferences.most());
    var day = "day#" + preferences.day(clock.instant());
    var claim = List.of(sendings.trying(found));
    var count = limits.takeWith(People.person(sms.user()), day, allowed, TWO_DAYS, claim);
    if (count.isEmpty()) {
      sendings.never(found);
      metrics.accept("Capped");
      return;
    }
    var last = count.getAsInt() == allowed ? "\n(The last SMS of today.)" : "";
    post(sms, preferences.number(), text + last);
  }

  private void post(Outgoing sms, String number, String text) {
    settle(sms, number, twilio.send(number, text, address(sms)));
  }

  private void settle(Outgoing sms, String number, Outcome outcome) {
    switch (outcome) {
      case Outcome.Taken(var sid) -> {
        var _ = sendings.note(sms.id(), Sendings.State.TAKEN, sid);
        metrics.accept("Sent");
      }
      case Outcome.Refused(var code) -> {
        var _ = sendings.note(sms.id(), Sendings.State.FAILED, "");
        if (code == STOPPED) {
          people.stop(number, true);
        }
        metrics.accept("Refused");
        System.err.println("an SMS was refused by Twilio with " + code);
      }
      case Outcome.NotNow(var why) -> {
        sendings.notTaken(sms.id());
        throw new IllegalStateException("an SMS was not sent: " + why);
      }
      case Outcome.Unknown(var why) ->
          throw new IllegalStateException("an SMS may not have been sent: " + why);
    }
  }

  /** What is sent; "" where it is not theirs to read, or not now. */
  private String text(Outgoing sms, Preferences preferences) {
    if (sms.room().isEmpty()) {
      return sms.text();
    }
    if (preferences.quiet(clock.instant())) {
      return "";
    }
    return company
        .room(sms.user(), sms.room())
        .map(
            room ->
                room.direct()
                    ? "%s: %s".formatted(sms.author(), sms.text())
                    : "%s in #%s: %s".formatted(sms.author(), room.name(), sms.text()))
        .orElse("");
  }

  private boolean reachable(Preferences preferences) {
    return !preferences.number().isEmpty()
        && people.whose(preferences.number()).filter(link -> !link.stopped()).isPresent();
  }

  private String address(Outgoing sms) {
    return callback + "?message=" + sms.id();
  }
}
