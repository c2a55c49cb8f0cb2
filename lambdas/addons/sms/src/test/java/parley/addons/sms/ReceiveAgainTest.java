package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Twilio tells of an SMS again where the answer was lost; other SMS may have come meanwhile. */
class ReceiveAgainTest {

  private final Phone phone = new Phone().linked();

  @Test
  void startIsAnsweredAgainAndNotWrittenInTheRoom() {
    phone.comes(1, "STOP");
    var answer = phone.comes(2, "START");

    assertThat(Phone.said(answer)).startsWith("You get messages again");
    assertThat(phone.comes(2, "START")).isEqualTo(answer);
    assertThat(phone.written).isEmpty();
  }

  @Test
  void aStartFromBeforeAStopDoesNotOptInAgain() {
    phone.comes(1, "STOP");
    phone.comes(2, "START");
    phone.comes(3, "STOP");
    phone.comes(2, "START");

    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", true));
  }

  @Test
  void aStopFromBeforeAStartDoesNotEndAllAgain() {
    phone.comes(1, "STOP");
    phone.comes(2, "START");

    assertThat(phone.comes(1, "STOP")).endsWith("<Response></Response>");
    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", false));
  }

  @Test
  void aStopFromBeforeTheNumberWasLinkedDoesNotStopIt() {
    phone.people.unlink("ada");
    phone.comes(1, "STOP");
    phone.linked();
    phone.comes(1, "STOP");

    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", false));
  }

  @Test
  void aStopIsNotedWithItsEffectOrNotAtAll() {
    var seen = new Seen(phone.rows, phone.clock);
    var note = List.of(seen.note(Phone.sid(1), Seen.Outcome.answer("")));
    phone.comes(1, "hello");

    assertThatThrownBy(() -> phone.people.stopWith(Phone.NUMBER, true, note))
        .isInstanceOf(IllegalStateException.class);
    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", false));
  }

  @Test
  void aStrangerIsAnsweredTheSameAndWhatTheySaidIsNotWrittenOnceTheyAreKnown() {
    phone.people.unlink("ada");
    var answer = phone.comes(1, "hello");
    var silence = phone.comes(2, "hello?");
    phone.linked();

    assertThat(Phone.said(answer)).isEqualTo(Receive.UNKNOWN);
    assertThat(phone.comes(1, "hello")).isEqualTo(answer);
    assertThat(phone.comes(2, "hello?")).isEqualTo(silence).endsWith("<Response></Response>");
    assertThat(phone.written).isEmpty();
  }

  @Test
  void whateverComesIsCountedOnce() {
    var texts = new String[] {"hello", "rooms", "help", "STOP", "START"};
    for (var times = 0; times < 2; times++) {
      for (var sid = 0; sid < texts.length; sid++) {
        phone.comes(sid, texts[sid]);
      }
    }
    assertThat(phone.metrics).hasSize(5).containsOnly("Received");
  }

  @Test
  void whatStrangersSendIsCountedOnceToo() {
    phone.people.unlink("ada");
    for (var sid : new int[] {1, 2, 3, 1, 2, 3}) {
      phone.comes(sid, sid == 3 ? "help" : "hello");
    }
    assertThat(phone.metrics).hasSize(3).containsOnly("Received");
  }
}
