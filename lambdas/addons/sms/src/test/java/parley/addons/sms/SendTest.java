package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import parley.addons.sms.Follows.Mode;
import parley.addons.sms.Twilio.Outcome;
import parley.kernel.Json;

class SendTest {

  private final Phone phone = new Phone().linked();

  @Test
  void aMessageIsSentToWhoWantsItAndNotToItsSender() {
    phone.follows.choose("ada", "r1", Mode.ALL);
    phone.follows.choose("grace", "r1", Mode.ALL);

    said("grace", "hello");
    sendAll();

    assertThat(phone.out).extracting(Outgoing::user).containsExactly("ada");
    assertThat(phone.twilio.sent).containsExactly(Phone.NUMBER + " Grace in #General: hello");
    assertThat(phone.out.toString() + phone.metrics).doesNotContain(Phone.NUMBER);
  }

  @Test
  void onlyMentionsAreSentWhereThatIsWanted() {
    phone.follows.choose("ada", "r1", Mode.MENTIONS);
    for (var text :
        new String[] {"ada", "x@ada.example", "@adam", "@Ada", "hi @ada byron!", "(@ADA)"}) {
      said("grace", text);
    }

    assertThat(phone.out)
        .extracting(Outgoing::text)
        .containsExactly("@Ada", "hi @ada byron!", "(@ADA)");
  }

  @Test
  void whoChoseNoneIsSentNothing() {
    phone.follows.choose("ada", "r1", Mode.ALL);
    phone.follows.choose("ada", "r1", Mode.NONE);
    phone.follows.choose("ada", "r1", Mode.NONE);
    said("grace", "hello");

    assertThat(phone.out).isEmpty();
  }

  @Test
  void whatCameThroughAnotherAddOnHasTheNameItGave() {
    phone.follows.choose("ada", "r1", Mode.ALL);
    var entry = Json.object().put("room", "r1").put("seq", 7).put("sender", "app-slack");
    phone.notify.hear(entry.put("app", "slack").put("from", "Nora").put("text", "x".repeat(900)));
    sendAll();

    assertThat(phone.twilio.sent.getFirst())
        .startsWith(Phone.NUMBER + " Nora in #General: xxx")
        .endsWith("x…");
  }

  @Test
  void whoLeftOrStoppedOrHasNoNumberIsSentNothing() {
    phone.follows.choose("ada", "r1", Mode.ALL);
    said("grace", "one");
    phone.left.add("ada");
    sendAll();
    phone.left.clear();
    phone.people.stop(Phone.NUMBER, true);
    sendAll();
    phone.people.unlink("ada");
    sendAll();

    assertThat(phone.twilio.sent).isEmpty();
  }

  @Test
  void nothingIsSentInQuietHoursNorBeyondTheCap() {
    phone.follows.choose("ada", "r1", Mode.ALL);
    said("grace", "one");
    settings("{'quietFrom':'13:00','quietTo':'14:00','zone':'Europe/Paris','most':2}");
    sendAll();
    assertThat(phone.twilio.sent).isEmpty();

    phone.clock.pass(Duration.ofHours(1));
    said("grace", "two");
    said("grace", "three");
    sendAll();

    assertThat(phone.twilio.sent)
        .containsExactly(
            Phone.NUMBER + " Grace in #General: one",
            Phone.NUMBER + " Grace in #General: two\n(The last SMS of today.)");
    assertThat(phone.metrics).contains("Capped");
    phone.clock.pass(Duration.ofDays(1));
    said("grace", "four");
    sendAll();
    assertThat(phone.twilio.sent).contains(Phone.NUMBER + " Grace in #General: four");
  }

  @Test
  void anSmsIsSentOnceHoweverOftenItIsQueued() {
    var sms = Outgoing.about("x", "ada", "hello");
    phone.send.send(sms);
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(1);
    assertThat(phone.twilio.callbacks)
        .containsExactly(Phone.SITE + "/api/sms/status?message=" + sms.id());
  }

  @Test
  void whatTwilioDidNotTakeIsTriedAgainAndCountedOnce() {
    var sms = Outgoing.about("x", "ada", "hello");
    phone.twilio.next.add(new Outcome.NotNow("429"));

    assertThatThrownBy(() -> phone.send.send(sms)).hasMessageNotContaining(Phone.NUMBER);
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(2);
    assertThat(phone.limits.count(People.person("ada"), "day#2026-03-01")).isEqualTo(1);
  }

  @Test
  void whatMayHaveBeenTakenIsNotTriedAtOnceNorOnceTwilioTellsOfIt() {
    var sms = Outgoing.about("x", "ada", "hello");
    phone.twilio.next.add(new Outcome.Unknown("slow"));
    assertThatThrownBy(() -> phone.send.send(sms)).hasMessageContaining("may not have been sent");
    assertThatThrownBy(() -> phone.send.send(sms)).hasMessageContaining("by another");

    tells(sms, "sent");
    phone.clock.pass(Duration.ofMinutes(6));
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(1);
  }

  @Test
  void whatNobodyTellsOfIsTriedAgain() {
    var sms = Outgoing.about("x", "ada", "hello");
    phone.twilio.next.add(new Outcome.Unknown("slow"));
    assertThatThrownBy(() -> phone.send.send(sms)).isInstanceOf(IllegalStateException.class);
    phone.clock.pass(Duration.ofMinutes(6));
    phone.send.send(sms);

    assertThat(phone.twilio.sent).hasSize(2);
  }

  @Test
  void aNumberThatTwilioSaysStoppedIsStoppedHereToo() {
    phone.twilio.next.add(new Outcome.Refused(21610));
    phone.send.send(Outgoing.about("x", "ada", "hello"));
    phone.send.send(Outgoing.about("y", "ada", "hello"));

    assertThat(phone.twilio.sent).hasSize(1);
    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", true));
  }

  @Test
  void whatItCostIsCountedOnceWhateverTwilioRepeats() {
    var sms = Outgoing.about("x", "ada", "hello");
    phone.send.send(sms);
    for (var status : new String[] {"delivered", "sent", "delivered", "failed"}) {
      tells(sms, status);
    }

    assertThat(phone.metrics)
        .containsExactly("Sent", "Delivered 1.0", "Segments 2.0", "PriceUSD 0.0158");
  }

  @Test
  void whatIsNotSignedTellsNothing() {
    var sms = Outgoing.about("x", "ada", "hello");
    phone.send.send(sms);
    var path = "/sms/status?message=" + sms.id();
    var other = "/sms/status?message=" + Outgoing.about("y", "ada", "hello").id();
    var good = Phone.request(path, form("delivered"), "token");
    good.params().put("message", other.substring(other.indexOf('=') + 1));

    assertThat(Phone.code(phone.status.handle(good))).isEqualTo("not-signed");
    assertThat(Phone.code(phone.status.handle(Phone.request(path, form("failed"), "x"))))
        .isEqualTo("not-signed");
    assertThat(Phone.code(phone.status.handle(Phone.request("/sms/status", form("x"), "token"))))
        .isEqualTo("not-signed");
    assertThat(phone.metrics).containsExactly("Sent");
    phone.twilio.bill = Optional.empty();
    tells(sms, "delivered");
    assertThat(phone.metrics).containsExactly("Sent", "Delivered 1.0");
  }

  private void tells(Outgoing sms, String status) {
    var request = Phone.request("/sms/status?message=" + sms.id(), form(status), "token");
    assertThat(phone.status.handle(request).succeeded()).isTrue();
  }

  private static HashMap<String, String> form(String status) {
    var form = new HashMap<>(Phone.form(1, ""));
    form.put("MessageStatus", status);
    return form;
  }

  private void said(String sender, String text) {
    var entry = Json.object().put("room", "r1").put("seq", phone.out.size() + 1);
    phone.notify.hear(entry.put("sender", sender).put("text", text));
  }

  private void sendAll() {
    phone.out.forEach(phone.send::send);
  }

  private void settings(String body) {
    assertThat(Phone.ask(new ChangeSms(phone.people, 3), "ada", body).succeeded()).isTrue();
  }
}
