package parley.local.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/** When a schedule's time is. */
sealed interface Expression {

  /** The first time after this one. */
  Instant after(Instant time);

  /**
   * Each day at a time.
   *
   * <p>An hour that a clock change leaves out comes an hour later; one that it repeats comes once.
   */
  record Daily(LocalTime at, ZoneId zone) implements Expression {

    @Override
    public Instant after(Instant time) {
      var day = time.atZone(zone).toLocalDate();
      var next = day.atTime(at).atZone(zone).toInstant();
      return next.isAfter(time) ? next : day.plusDays(1).atTime(at).atZone(zone).toInstant();
    }
  }

  /** Again and again, counted from the full one of these. */
  record Every(Duration period) implements Expression {

    @Override
    public Instant after(Instant time) {
      var millis = period.toMillis();
      return Instant.ofEpochMilli((time.toEpochMilli() / millis + 1) * millis);
    }
  }

  /**
   * Reads {@code cron(M H * * ? *)} or {@code rate(N minutes)}. Throws {@link
   * IllegalArgumentException} where it is anything else: that is not implemented.
   *
   * @param zone a time zone's name; "" for UTC
   */
  static Expression of(String text, String zone) {
    var cron =
        Pattern.compile("cron\\((\\d{1,2}) (\\d{1,2}) (\\* \\* \\?|\\? \\* \\*) \\*\\)")
            .matcher(text);
    if (cron.matches()) {
      return new Daily(
          time(Integer.parseInt(cron.group(2)), Integer.parseInt(cron.group(1)), text), zone(zone));
    }
    var rate = Pattern.compile("rate\\(([1-9]\\d{0,4}) (minute|hour|day)s?\\)").matcher(text);
    if (rate.matches()) {
      var unit =
          java.time.temporal.ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S");
      return new Every(Duration.of(Long.parseLong(rate.group(1)), unit));
    }
    throw new IllegalArgumentException(
        "%s: only cron(MINUTE HOUR * * ? *) and rate(N minutes, hours or days) are implemented"
            .formatted(text));
  }

  private static LocalTime time(int hour, int minute, String text) {
    if (hour > 23 || minute > 59) {
      throw new IllegalArgumentException(text + " is no time of day");
    }
    return LocalTime.of(hour, minute);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name.isEmpty() ? "UTC" : name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(name + " is no time zone", e);
    }
  }
}
