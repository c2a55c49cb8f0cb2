package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import parley.addons.sms.Twilio.Outcome;

/** Two functions have one SMS in hand: an event, and a queue's message, may come twice. */
class SendAtOnceTest {

  private final Phone phone = new Phone().linked();
  private final Outgoing sms = Outgoing.of("ada", "r1", 1, "Grace", "hello");

  @Test
  void oneOfTwoThatFindItNewSendsIt() {
    phone.meanwhile = () -> phone.send.send(sms);

    overtaken();
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(1);
    assertThat(phone.metrics).containsExactly("Sent");
    assertThat(today()).isEqualTo(1);
  }

  @Test
  void oneOfTwoThatTryAgainSendsIt() {
    unanswered();
    phone.clock.pass(Duration.ofMinutes(6));
    phone.meanwhile = () -> phone.send.send(sms);

    overtaken();
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(2);
    assertThat(today()).isEqualTo(1);
  }

  @Test
  void whatTwilioTellsWhileItIsAboutToBeTriedAgainKeepsItFromThat() {
    unanswered();
    phone.clock.pass(Duration.ofMinutes(6));
    phone.meanwhile = () -> phone.sendings.note(sms.id(), Sendings.State.TAKEN, "SM1");

    overtaken();
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(1);
  }

  @Test
  void oneOfTwoBeyondTheCapIsCountedAsThat() {
    for (var each : new String[] {"a", "b", "c"}) {
      phone.send.send(Outgoing.about(each, "ada", "hello"));
    }
    phone.metrics.clear();
    phone.meanwhile = () -> phone.send.send(sms);

    overtaken();
    phone.send.send(sms);

    assertThat(phone.metrics).containsExactly("Capped");
    assertThat(phone.twilio.sent).hasSize(3);
  }

  private void unanswered() {
    phone.twilio.next.add(new Outcome.Unknown("slow"));
    assertThatThrownBy(() -> phone.send.send(sms)).hasMessageContaining("may not have been sent");
  }

  private void overtaken() {
    assertThatThrownBy(() -> phone.send.send(sms)).hasMessageMatching("an SMS is .+|a count.+");
  }

  private int today() {
    return phone.limits.count(People.person("ada"), "day#2026-03-01");
  }
}
