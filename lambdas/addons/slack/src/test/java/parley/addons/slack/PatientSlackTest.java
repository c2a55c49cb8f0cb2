package parley.addons.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.outside.FakeClock;

class PatientSlackTest {

  private static final Map<String, String> MILO = Map.of("user", "U1");

  private final FakeClock clock = new FakeClock();
  private final FakeSlack slack = new FakeSlack(clock);
  private final PatientSlack patient = new PatientSlack(slack, clock);

  @Test
  void aMethodIsNotCalledBeforeTheTimeThatSlackNamed() {
    slack.instead.add(FakeSlack.busyFor(30));
    assertThat(patient.call("users.info", MILO)).isEqualTo(FakeSlack.busyFor(30));
    clock.pass(Duration.ofSeconds(10));

    assertThat(patient.call("users.info", MILO)).isEqualTo(FakeSlack.busyFor(20));
    assertThat(slack.calls).hasSize(1);
    clock.pass(Duration.ofSeconds(20));
    assertThat(patient.call("users.info", MILO)).isInstanceOf(Slack.Done.class);
  }

  @Test
  void anotherMethodIsCalledMeanwhile() {
    slack.instead.add(FakeSlack.busyFor(30));
    assertThat(patient.call("users.info", MILO)).isInstanceOf(Slack.Wait.class);

    assertThat(patient.call("conversations.info", Map.of())).isInstanceOf(Slack.Done.class);
  }

  @Test
  void aCommandIsAnsweredWhateverIsToWait() {
    slack.instead.add(FakeSlack.busyFor(30));
    assertThat(patient.call("users.info", MILO)).isInstanceOf(Slack.Wait.class);
    patient.answer("https://answer", "hi", false);

    assertThat(slack.answers).containsExactly("hi");
  }
}
