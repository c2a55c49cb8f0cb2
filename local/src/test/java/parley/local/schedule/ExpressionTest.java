package parley.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-11-28T07:59:59Z, Europe/Berlin, 2026-11-28T08:00:00Z
          2026-11-28T08:00:00Z, Europe/Berlin, 2026-11-29T08:00:00Z
          2026-10-24T07:00:00Z, Europe/Berlin, 2026-10-25T08:00:00Z
          2026-11-28T23:30:00Z, Asia/Tokyo,    2026-11-29T00:00:00Z
          2026-11-28T09:00:00Z, '',            2026-11-29T09:00:00Z
          """)
  void aDailyTimeIsThatOfItsZone(Instant time, String zone, Instant next) {
    assertThat(Expression.of("cron(0 9 * * ? *)", zone).after(time)).isEqualTo(next);
  }

  @Test
  void anHourThatAClockChangeRepeatsComesOnce() {
    var halfPastTwo = Expression.of("cron(30 2 * * ? *)", "Europe/Berlin");
    var first = halfPastTwo.after(Instant.parse("2026-10-24T22:00:00Z"));
    assertThat(first).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(halfPastTwo.after(first)).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void aRateComesAgainAndAgain() {
    var minute = Expression.of("rate(1 minute)", "");
    assertThat(minute.after(Instant.parse("2026-11-28T09:00:30Z")))
        .isEqualTo(Instant.parse("2026-11-28T09:01:00Z"));
    assertThat(minute.after(Instant.parse("2026-11-28T09:01:00Z")))
        .isEqualTo(Instant.parse("2026-11-28T09:02:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cron(0 9 ? * MON *)",
        "cron(60 9 * * ? *)",
        "cron(0 24 * * ? *)",
        "rate(0 minutes)",
        "rate(1 week)",
        "at(2026-11-28T09:00:00)",
        ""
      })
  void whatIsNotImplementedIsRefused(String text) {
    assertThatThrownBy(() -> Expression.of(text, "UTC"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aZoneThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Expression.of("cron(0 9 * * ? *)", "Europe/Nowhere"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Europe/Nowhere is no time zone");
  }
}
