package parley.addons.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import parley.addons.sms.Twilio.Outcome;

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
    var found = sendings.find(sms.id());
    if (found == Sendings.Found.DONE) {
      return;
    }
    var preferences = people.preferences(sms.user());
    var text = text(sms, preferences);
    if (text.isEmpty() || !reachable(preferences)) {
      return;
    }
    var last = "";
    if (found == Sendings.Found.NEW) {
      var allowed = Math.min(most, preferences.most());
      var day = "day#" + preferences.day(clock.instant());
      var count = limits.take(People.person(sms.user()), day, allowed, TWO_DAYS);
      if (count.isEmpty()) {
        sendings.trying(sms.id());
        var _ = sendings.note(sms.id(), Sendings.State.FAILED, "");
        metrics.accept("Capped");
        return;
      }
      last = count.getAsInt() == allowed ? "\n(The last SMS of today.)" : "";
    }
    sendings.trying(sms.id());
    settle(sms, preferences.number(), twilio.send(preferences.number(), text + last, address(sms)));
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
