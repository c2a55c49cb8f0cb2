package parley.addons.sms;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What somebody set about their SMS.
 *
 * @param number theirs, confirmed; "" where there is none
 * @param room in which they write; "" where they have chosen none
 * @param quietFrom from when they want no SMS, such as {@code 22:00}
 * @param quietTo until when; the same as from where they have no such time
 * @param zone the time zone of both, and of their days
 * @param most how many SMS they want in a day
 */
record Preferences(
    String number, String room, String quietFrom, String quietTo, String zone, int most) {

  static final Preferences NONE = new Preferences("", "", "00:00", "00:00", "UTC", 20);

  Preferences numbered(String now) {
    return new Preferences(now, now.isEmpty() ? "" : room, quietFrom, quietTo, zone, most);
  }

  Preferences writingIn(String now) {
    return new Preferences(number, now, quietFrom, quietTo, zone, most);
  }

  /** Whether they want to be left alone at that moment. */
  boolean quiet(Instant at) {
    var time = LocalTime.ofInstant(at, ZoneId.of(zone));
    var from = LocalTime.parse(quietFrom);
    var to = LocalTime.parse(quietTo);
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
  }

  /** Their day at that moment, such as {@code 2026-11-28}. */
  String day(Instant at) {
    return at.atZone(ZoneId.of(zone)).toLocalDate().toString();
  }
}
