package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReceiveTest {

  private static final String ME = "ME" + "a".repeat(32);

  private final Phone phone = new Phone().linked();

  @Test
  void aTextIsWrittenInTheOnlyRoomThatTheirSenderHas() {
    assertThat(Phone.said(phone.comes(1, " it's \"tea\"\r\n\u0000time "))).isEmpty();

    assertThat(phone.written)
        .containsExactly(new Written(Phone.sid(1), "r1", "ada", "it's \"tea\"\ntime", List.of()));
  }

  @Test
  void whatIsToldOfAgainGoesWhereItWentAtFirst() {
    phone.rooms.put("r2", "Sales Team");
    phone.comes(1, "#general one");
    phone.comes(2, "#sales-team two");
    phone.comes(1, "#general one");
    phone.comes(2, "#sales-team two");

    assertThat(phone.written).extracting(Written::room).containsExactly("r1", "r2", "r1", "r2");
    assertThat(phone.written.get(2)).isEqualTo(phone.written.get(0));
    assertThat(phone.people.preferences("ada").room()).isEqualTo("r2");
  }

  @Test
  void aRoomIsChosenByItsNameOrItsBeginning() {
    phone.rooms.put("r2", "Sales Team");

    assertThat(Phone.said(phone.comes(1, "hello")))
        .startsWith("In which room? Your rooms: #General");
    assertThat(Phone.said(phone.comes(2, "#sal"))).isEqualTo("You write in #Sales-Team now.");
    assertThat(Phone.said(phone.comes(3, "hello"))).isEmpty();
    assertThat(Phone.said(phone.comes(4, "ROOMS"))).contains("#General, #Sales-Team (chosen)");
    assertThat(Phone.said(phone.comes(5, "#x hello"))).startsWith("No one room of yours");
    assertThat(Phone.said(phone.comes(6, "#"))).isEmpty();
    assertThat(phone.written).extracting(Written::text).containsExactly("hello", "#");
  }

  @Test
  void twoRoomsOfOneBeginningAreNotGuessed() {
    phone.rooms.put("r2", "General Two");
    phone.rooms.put("r3", "General Three");

    assertThat(Phone.said(phone.comes(1, "#generalt x"))).startsWith("No one room");
    phone.comes(2, "#general x");
    assertThat(phone.written).extracting(Written::room).containsExactly("r1");
  }

  @Test
  void whoLeftTheRoomIsToldSo() {
    phone.comes(1, "hello");
    phone.left.add("ada");

    assertThat(Phone.said(phone.comes(2, "again"))).startsWith("You are not in that room");
    assertThat(Phone.said(phone.comes(3, "again"))).contains("You are in no room.");
    assertThat(phone.written).hasSize(1);
  }

  @Test
  void stopIsHonouredInSilenceAndStartAnswered() {
    assertThat(phone.comes(1, " STOP ")).endsWith("<Response></Response>");
    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", true));
    assertThat(Phone.said(phone.comes(2, "rooms"))).isEmpty();
    assertThat(Phone.said(phone.comes(3, "Yes"))).startsWith("You get messages again");
    assertThat(phone.people.whose(Phone.NUMBER)).contains(new Link("ada", false));
    assertThat(Phone.said(phone.comes(4, "Yes"))).isEmpty();
    assertThat(phone.written).extracting(Written::text).containsExactly("Yes");
    assertThat(Phone.said(phone.comes(5, "help"))).isEqualTo(Receive.HELP);
  }

  @Test
  void whatTwilioHasAnsweredItselfIsNotAnsweredAgain() {
    handled(1, "HELP", "HELP");
  }

  @Test
  void aWordOfTheAccountsOwnForStopAndStartIsTakenFromTwilio() {
    handled(1, "ARRET", "STOP");
    assertThat(phone.people.whose(Phone.NUMBER).orElseThrow().stopped()).isTrue();

    handled(2, "COMMENCER", "START");
    handled(3, "COMMENCER", "START");

    assertThat(phone.people.whose(Phone.NUMBER).orElseThrow().stopped()).isFalse();
    assertThat(phone.written).isEmpty();
  }

  private void handled(int sid, String text, String keyword) {
    var form = new HashMap<>(Phone.form(sid, text));
    form.put("OptOutType", keyword);
    var reply = phone.receive.handle(Phone.request("/sms/inbound", form, "token"));
    assertThat(Phone.said(Phone.content(reply))).isEmpty();
  }

  @Test
  void aStrangerWhoAsksForHelpIsAnsweredOnceADayToo() {
    phone.people.unlink("ada");

    assertThat(Phone.said(phone.comes(1, "help"))).isEqualTo(Receive.HELP);
    assertThat(Phone.said(phone.comes(2, "help"))).isEmpty();
  }

  @Test
  void aStrangerIsAnsweredOnceADay() {
    phone.people.unlink("ada");

    assertThat(Phone.said(phone.comes(1, "hello"))).isEqualTo(Receive.UNKNOWN);
    assertThat(Phone.said(phone.comes(2, "hello"))).isEmpty();
    phone.clock.pass(Duration.ofDays(1));
    assertThat(Phone.said(phone.comes(3, "hello"))).isEqualTo(Receive.UNKNOWN);
    assertThat(phone.written).isEmpty();
    assertThat(phone.rows.all()).doesNotContain(Phone.NUMBER);
  }

  @Test
  void markupInNamesIsText() {
    phone.rooms.put("r2", "<Message>&'\"\u0001</Message>");

    assertThat(phone.comes(1, "rooms"))
        .contains("#&lt;Message&gt;&amp;&apos;&quot;&lt;/Message&gt;");
  }

  @Test
  void picturesAreWrittenWithoutTextToo() {
    phone.rooms.put("r2", "Sales Team");
    comesWith(1, "#sales", address(1, FakeKeys.SID));
    comesWith(2, "", address(2, FakeKeys.SID));
    comesWith(3, "rooms", address(3, FakeKeys.SID));

    var media = List.of(new Attachment(ME, "image/png"));
    assertThat(phone.written)
        .containsExactly(
            new Written(Phone.sid(1), "r2", "ada", "", media),
            new Written(Phone.sid(2), "r2", "ada", "", media));
  }

  @Test
  void anAddressThatIsNoneOfTheMessageIsNotCarriedAlong() {
    for (var address :
        List.of(
            "",
            address(2, FakeKeys.SID),
            address(1, "AC" + "1".repeat(32)),
            address(1, FakeKeys.SID) + "/../x",
            address(1, FakeKeys.SID) + "?x",
            "http://169.254.169.254/latest/meta-data",
            "https://evil.example/x?" + address(1, FakeKeys.SID),
            address(1, FakeKeys.SID).replace("https", "file"))) {
      phone.written.clear();
      comesWith(1, "look", address);
      assertThat(phone.written.getFirst().attachments())
          .as(address)
          .containsExactly(new Attachment("", "image/png"));
    }
  }

  @Test
  void moreThanTwilioHasAtMostAreCountedAndNotTaken() {
    var form = new HashMap<>(Phone.form(1, "look"));
    form.put("NumMedia", "12");
    for (var at = 0; at < 12; at++) {
      form.put("MediaUrl" + at, address(1, FakeKeys.SID));
    }
    phone.receive.handle(Phone.request("/sms/inbound", form, "token"));

    assertThat(phone.written.getFirst().attachments())
        .hasSize(12)
        .filteredOn(attachment -> !attachment.sid().isEmpty())
        .hasSize(10);
  }

  private void comesWith(int sid, String text, String address) {
    var form = new HashMap<>(Phone.form(sid, text));
    form.put("NumMedia", "1");
    form.put("MediaUrl0", address);
    form.put("MediaContentType0", "image/PNG");
    phone.receive.handle(Phone.request("/sms/inbound", form, "token"));
  }

  private static String address(int sid, String account) {
    return "https://api.twilio.com/2010-04-01/Accounts/%s/Messages/%s/Media/%s"
        .formatted(account, Phone.sid(sid), ME);
  }

  @Test
  void whatIsNotSignedIsRefusedAndChangesNothing() {
    var form = Phone.form(1, "hello");
    var good = Phone.request("/sms/inbound", form, "token");
    var before = phone.rows.all();

    good.body().put("Body", "tampered");
    assertThat(Phone.code(phone.receive.handle(good))).isEqualTo("not-signed");
    for (var bad :
        List.of(
            Phone.request("/sms/inbound", form, "other"),
            Phone.request("/sms/status", form, "token"),
            Phone.request(
                "/sms/inbound", changed(form, "AccountSid", "AC" + "1".repeat(32)), "token"))) {
      assertThat(Phone.code(phone.receive.handle(bad))).isEqualTo("not-signed");
    }
    assertThat(phone.rows.all()).isEqualTo(before);
  }

  @Test
  void aTokenThatWasReplacedIsKnownAtOnceAndNoTokenRefusesAll() {
    phone.keys.current = Optional.of(new Account(FakeKeys.SID, "new"));
    var request = Phone.request("/sms/inbound", Phone.form(1, "hello"), "new");
    assertThat(phone.receive.handle(request).succeeded()).isTrue();

    phone.keys.known = Optional.empty();
    phone.keys.current = Optional.empty();
    assertThat(Phone.code(phone.receive.handle(request))).isEqualTo("not-signed");
  }

  @Test
  void whatIsNoSmsIsAnsweredWithNothing() {
    for (var form :
        List.of(
            changed(Phone.form(1, "x"), "MessageSid", "../x"),
            changed(Phone.form(1, "x"), "From", "client:ada"),
            changed(Phone.form(1, "x"), "From", ""))) {
      var reply = phone.receive.handle(Phone.request("/sms/inbound", form, "token"));
      assertThat(Phone.content(reply)).endsWith("<Response></Response>");
    }
    assertThat(phone.written).isEmpty();
  }

  private static HashMap<String, String> changed(
      java.util.Map<String, String> form, String field, String value) {
    var changed = new HashMap<>(form);
    changed.put(field, value);
    return changed;
  }
}
