package parley.addons.panic;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.addons.panic.Presses.NOON;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link Alarms} does; each test takes ids of its own. */
public abstract class AlarmsContract {

  private static final Duration SAME = Duration.ofSeconds(10);

  private final String thing = UUID.randomUUID().toString();
  private final Alarm alarm =
      Alarm.of(UUID.randomUUID().toString(), Presses.press(thing, Click.LONG, NOON));

  /** The store under test. */
  abstract Alarms alarms();

  /** A contract without a store. */
  protected AlarmsContract() {}

  @Test
  public void anAlarmIsKeptAsItWasRaisedFirst() {
    alarms().raise(alarm);
    alarms().acknowledge(alarm.alarm(), alarm.room(), by("ada"));
    alarms().raise(alarm);

    assertThat(alarms().find(alarm.alarm()).orElseThrow().acknowledged()).contains(by("ada"));
    assertThat(alarms().find(UUID.randomUUID().toString())).isEmpty();
  }

  @Test
  public void whoAcknowledgesFirstStays() {
    alarms().raise(alarm);
    assertThat(alarms().find(alarm.alarm())).contains(alarm);

    var first = alarms().acknowledge(alarm.alarm(), alarm.room(), by("ada"));
    var second =
        alarms()
            .acknowledge(
                alarm.alarm(), alarm.room(), new Alarm.Acknowledgement("ben", NOON.plusSeconds(9)));

    assertThat(first.orElseThrow().acknowledged()).contains(by("ada"));
    assertThat(second).isEqualTo(first);
  }

  @Test
  public void anotherRoomHasNoSuchAlarm() {
    alarms().raise(alarm);

    assertThat(alarms().acknowledge(alarm.alarm(), "other", by("ada"))).isEmpty();
    assertThat(alarms().acknowledge(UUID.randomUUID().toString(), "r", by("ada"))).isEmpty();
    assertThat(alarms().find(alarm.alarm())).contains(alarm);
  }

  @Test
  public void thatOthersWereToldIsNoted() {
    alarms().raise(alarm);
    alarms().tell(alarm.alarm(), NOON.plusSeconds(60));

    assertThat(alarms().find(alarm.alarm()).orElseThrow().told()).contains(NOON.plusSeconds(60));
  }

  @Test
  public void aPressIsTheOneBeforeItWithinTheTimeAndAnotherAfterIt() {
    assertThat(latest(Click.LONG, 0, "a")).isEqualTo("a");
    assertThat(latest(Click.LONG, 0, "b")).isEqualTo("a");
    assertThat(latest(Click.LONG, 10, "c")).isEqualTo("a");
    assertThat(latest(Click.LONG, 11, "d")).isEqualTo("d");
    assertThat(latest(Click.LONG, 12, "e")).isEqualTo("d");
    assertThat(latest(Click.SINGLE, 12, "f")).isEqualTo("f");
  }

  @Test
  public void anOlderPressThatComesLateIsOneOfItsOwn() {
    assertThat(latest(Click.LONG, 60, "a")).isEqualTo("a");
    assertThat(latest(Click.LONG, 0, "b")).isEqualTo("b");
    assertThat(latest(Click.LONG, 55, "c")).isEqualTo("a");
  }

  private String latest(Click click, int second, String offered) {
    return alarms().latest(Presses.press(thing, click, NOON.plusSeconds(second)), offered, SAME);
  }

  private static Alarm.Acknowledgement by(String user) {
    return new Alarm.Acknowledgement(user, NOON.plusSeconds(5));
  }
}
