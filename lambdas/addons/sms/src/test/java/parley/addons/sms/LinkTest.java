package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;

/** A number is linked by a code that was sent there. */
class LinkTest {

  private final Phone phone = new Phone();
  private final ArrayDeque<String> digits = new ArrayDeque<>(List.of("111111"));
  private final SendCode sendCode =
      new SendCode(
          phone.codes,
          phone.twilio,
          List.of("+1"),
          () -> digits.size() > 1 ? digits.removeFirst() : digits.getFirst(),
          phone.metrics::add);
  private final LinkNumber linkNumber = new LinkNumber(phone.codes, phone.people);
  private final UnlinkNumber unlinkNumber = new UnlinkNumber(phone.people);

  @Test
  void theRightCodeLinksTheNumber() {
    assertThat(ask("ada").succeeded()).isTrue();
    assertThat(phone.twilio.sent.getFirst()).startsWith(Phone.NUMBER + " 111111 is your code");
    assertThat(phone.rows.all()).doesNotContain("111111");

    assertThat(enter("ada", "111111")).isEmpty();
    assertThat(phone.people.preferences("ada").number()).isEqualTo(Phone.NUMBER);
    assertThat(enter("ada", "111111")).isEqualTo("no-code");
  }

  @Test
  void anothersCodeIsNotOnes() {
    ask("ada");

    assertThat(enter("grace", "111111")).isEqualTo("no-code");
  }

  @Test
  void aCodeIsTriedFiveTimesAndNoMore() {
    ask("ada");
    for (var i = 0; i < Codes.MOST_TRIES; i++) {
      assertThat(enter("ada", "22222" + i)).isEqualTo("wrong-code");
    }
    assertThat(enter("ada", "111111")).isEqualTo("no-code");
  }

  @Test
  void aCodeIsWorthNothingAfterTenMinutes() {
    ask("ada");
    phone.clock.pass(Duration.ofMinutes(10));

    assertThat(enter("ada", "111111")).isEqualTo("no-code");
  }

  @Test
  void codesAreNotSentWithoutEnd() {
    for (var i = 0; i < 5; i++) {
      assertThat(ask("user-" + i).succeeded()).isTrue();
    }
    assertThat(Phone.code(ask("ada"))).isEqualTo("too-many-codes");
    assertThat(phone.twilio.sent).hasSize(5);
    phone.clock.pass(Duration.ofDays(1));
    assertThat(ask("ada").succeeded()).isTrue();
  }

  @Test
  void whatCannotBeSentIsSaid() {
    assertThat(Phone.code(Phone.ask(sendCode, "ada", "{'number':'+4915112345678'}")))
        .isEqualTo("forbidden");
    assertThat(Phone.code(Phone.ask(sendCode, "ada", "{'number':'0151'}")))
        .isEqualTo("invalid-input");
    phone.twilio.next.add(new Twilio.Outcome.Refused(21610));
    assertThat(Phone.code(ask("ada"))).isEqualTo("number-stopped");
    phone.twilio.next.add(new Twilio.Outcome.Refused(21614));
    assertThat(Phone.code(ask("ada"))).isEqualTo("no-such-number");
    phone.twilio.next.add(new Twilio.Outcome.Unknown("slow"));
    assertThat(Phone.code(ask("ada"))).isEqualTo("not-sent");
  }

  @Test
  void codesThatTwilioTookOrRefusedAreCountedAndNoOthers() {
    ask("ada");
    phone.twilio.next.add(new Twilio.Outcome.Refused(21614));
    ask("ada");
    phone.twilio.next.add(new Twilio.Outcome.NotNow("429"));
    ask("ada");
    var _ = Phone.ask(sendCode, "ada", "{'number':'+4915112345678'}");

    assertThat(phone.metrics).containsExactly("Sent", "Refused");
  }

  @Test
  void aNumberIsTheLastOnesWhoHadItsCode() {
    phone.linked();
    ask("grace");
    enter("grace", "111111");

    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("grace", false));
    assertThat(phone.people.preferences("ada").number()).isEmpty();
  }

  @Test
  void aNewNumberTakesThePlaceOfTheOldAndUnlinkingForgetsIt() {
    phone.people.link("ada", "+15005550011");
    phone.linked();
    assertThat(phone.people.whose("+15005550011")).isEmpty();

    assertThat(Phone.ask(unlinkNumber, "ada", "{}").succeeded()).isTrue();
    assertThat(Phone.ask(unlinkNumber, "ada", "{}").succeeded()).isTrue();
    assertThat(phone.rows.all()).doesNotContain(Phone.NUMBER);
  }

  private parley.kernel.Reply ask(String user) {
    return Phone.ask(sendCode, user, "{'number':'" + Phone.NUMBER + "'}");
  }

  private String enter(String user, String code) {
    var reply = Phone.ask(linkNumber, user, Json.object().put("code", code).toString());
    return Phone.code(reply);
  }
}
