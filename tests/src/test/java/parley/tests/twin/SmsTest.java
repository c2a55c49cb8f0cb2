package parley.tests.twin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The add-on that links rooms and phones, with the stand-in for Twilio. */
class SmsTest {

  private static final Pattern CODE = Pattern.compile("([0-9]{6}) is your code");

  private final URI site = RunningTwin.site();
  private final OutsideParty twilio = new OutsideParty(site, "twilio");
  private final Person ada = Person.newcomer(site, "texter-" + UUID.randomUUID());
  private final Person grace = Person.named(site, "grace");
  private final String number =
      "+1555" + String.format("%07d", Math.abs(UUID.randomUUID().hashCode()) % 10_000_000);
  private String room = "";

  @BeforeEach
  void aRoomOfTwoAndALinkedNumber() {
    room = ada.newRoom("private");
    assertThat(
            ada.send(
                    "PUT",
                    "/rooms/%s/members/%s".formatted(room, grace.id()),
                    Map.of("role", "member"))
                .status())
        .isEqualTo(200);
    link();
  }

  @Test
  void anSmsIsWrittenOnceInTheNameOfWhoeverSentIt() {
    var first = comes("hello & <goodbye> \"from\" ada's phone", "");
    var sid = first.substring(0, first.indexOf(' '));

    comes("hello & <goodbye> \"from\" ada's phone", sid);
    comes("and more", "");
    awaitWritten("and more");

    assertThat(first).contains("200").endsWith(": ");
    var message = written("hello & <goodbye> \"from\" ada's phone");
    assertThat(message.path("sender").asText()).isEqualTo(ada.id());
    assertThat(message.path("app").asText()).isEqualTo("sms");
    assertThat(entries().findValuesAsText("text").stream().filter(text -> text.startsWith("hello")))
        .hasSize(1);
    assertThat(entries().toString()).doesNotContain(number);
  }

  @Test
  void commandsChooseARoom() {
    var other = ada.newRoom("private");
    ada.send("PATCH", "/rooms/" + other, Map.of("name", "Tea & <Cake>"));

    assertThat(comes("rooms", "")).contains("#A-room", "#Tea-&amp;-&lt;Cake&gt;");
    assertThat(comes("#teacake", "")).contains("You write in #Tea-&amp;-&lt;Cake&gt; now.");
    assertThat(comes("#nowhere hello", "")).contains("No one room of yours is called that.");
    comes("#aroom to the first one", "");
    awaitWritten("to the first one");
  }

  @Test
  void whatIsNotSignedByTwilioIsRefused() {
    for (var signed : new String[] {"by another", "not at all"}) {
      var answer = twilio.does("come", Map.of("from", number, "text", "forged", "signed", signed));
      assertThat(answer).contains("401").contains("not-signed");
    }
    comes("afterwards", "");
    awaitWritten("afterwards");
    assertThat(written("forged").isMissingNode()).isTrue();
  }

  @Test
  void aStrangersNumberGetsOneAnswerADay() {
    var stranger = "+1556" + number.substring(5);

    assertThat(twilio.does("come", Map.of("from", stranger, "text", "hello")))
        .contains("This number belongs to nobody here.");
    assertThat(twilio.does("come", Map.of("from", stranger, "text", "hello"))).endsWith(": ");
  }

  @Test
  void aMessageIsSentToWhoWantsItAndItsPriceIsCounted() {
    follow("all");
    grace.say(room, grace.tail(room), "it's \"tea\" time");

    awaitPhone(" in #A room: it's \"tea\" time");
    awaitPhone("(price told): Grace Hopper in #A room: it's \"tea\" time");
    assertThat(ada.get("/sms").body().path("today").asInt()).isEqualTo(1);
  }

  @Test
  void onlyMentionsAreSentWhereThatIsWanted() {
    follow("mentions");
    ada.send("PUT", "/profile", Map.of("name", "Texter Smith"));
    var tail = grace.tail(room);
    grace.say(room, tail, "not for her");
    grace.say(room, tail, "for you, @texter");

    awaitPhone("for you, @texter");
    assertThat(phone()).doesNotContain("not for her");
  }

  @Test
  void aDirectRoomIsCalledByTheOther() {
    var direct = ada.send("PUT", "/directs/" + grace.id(), Map.of()).text("room");
    ada.send("PUT", "/rooms/%s/sms".formatted(direct), Map.of("mode", "all"));
    grace.say(direct, grace.tail(direct), "just for you");

    awaitPhone("Grace Hopper: just for you");
    assertThat(comes("rooms", "")).contains("#Grace-Hopper");
  }

  @Test
  void whoLeftIsSentNothingAndWritesNothing() {
    follow("all");
    comes("before", "");
    awaitWritten("before");
    ada.send("PUT", "/rooms/%s/members/%s".formatted(room, grace.id()), Map.of("role", "owner"));
    assertThat(ada.send("POST", "/rooms/%s/leave".formatted(room), Map.of()).status())
        .isEqualTo(200);
    grace.say(room, grace.tail(room), "without her");
    var other = ada.newRoom("private");
    assertThat(
            ada.send(
                    "PUT",
                    "/rooms/%s/members/%s".formatted(other, grace.id()),
                    Map.of("role", "member"))
                .status())
        .isEqualTo(200);
    ada.send("PUT", "/rooms/%s/sms".formatted(other), Map.of("mode", "all"));
    grace.say(other, grace.tail(other), "with her");

    awaitPhone("with her");
    assertThat(phone()).doesNotContain("without her");
    assertThat(comes("after", "")).contains("You are not in that room any more.");
  }

  @Test
  void stopEndsAllAndStartBeginsAgain() {
    follow("all");
    assertThat(comes("Stop", "")).endsWith(": ");
    assertThat(ada.get("/sms").body().path("stopped").asBoolean()).isTrue();
    grace.say(room, grace.tail(room), "while stopped");

    assertThat(comes("START", "")).contains("You get messages again.");
    assertThat(comes("HELP", "")).contains("ROOMS lists them");
    grace.say(room, grace.tail(room), "and again");

    awaitPhone("and again");
  }

  @Test
  void whatTheRoomDoesNotTakeIsToldToWhoeverWroteIt() {
    comes("x".repeat(4_001), "");

    awaitPhone("Your message was not written");
  }

  @Test
  void aWrongCodeLinksNothingAndANumberCanBeForgotten() {
    assertThat(ada.send("DELETE", "/sms/number", null).status()).isEqualTo(200);
    assertThat(ada.get("/sms").text("number")).isEmpty();
    assertThat(comes("from nobody", "")).contains("belongs to nobody");
    ada.send("POST", "/sms/codes", Map.of("number", number));

    assertThat(ada.send("POST", "/sms/number", Map.of("code", "1e5x7_")).code())
        .isEqualTo("wrong-code");
    assertThat(ada.send("POST", "/sms/codes", Map.of("number", "0151")).code())
        .isEqualTo("invalid-input");
    assertThat(ada.send("POST", "/sms/codes", Map.of("number", "+15005550004")).code())
        .isEqualTo("number-stopped");
  }

  @Test
  void whatSomebodySetsIsKept() {
    var change =
        Map.of("quietFrom", "22:00", "quietTo", "07:00", "zone", "Europe/Paris", "most", 5);
    assertThat(ada.send("PUT", "/sms", change).status()).isEqualTo(200);
    follow("all");
    follow("none");
    follow("mentions");

    var settings = ada.get("/sms").body();
    assertThat(settings.path("quietTo").asText()).isEqualTo("07:00");
    assertThat(settings.path("most").asInt()).isEqualTo(5);
    assertThat(settings.path("rooms").toString())
        .isEqualTo("[{\"room\":\"%s\",\"mode\":\"mentions\"}]".formatted(room));
    assertThat(ada.send("PUT", "/sms", Map.of("quietFrom", "25:00")).code())
        .isEqualTo("invalid-input");
  }

  private void link() {
    assertThat(ada.send("POST", "/sms/codes", Map.of("number", number)).status()).isEqualTo(200);
    var code = CODE.matcher(phone());
    assertThat(code.find()).isTrue();
    var linked = ada.send("POST", "/sms/number", Map.of("code", code.group(1)));
    assertThat(linked.text("number")).isEqualTo(number);
  }

  private void follow(String mode) {
    assertThat(ada.send("PUT", "/rooms/%s/sms".formatted(room), Map.of("mode", mode)).status())
        .isEqualTo(200);
  }

  private String comes(String text, String sid) {
    return twilio.does("come", Map.of("from", number, "text", text, "sid", sid));
  }

  private String phone() {
    return twilio.does("read", Map.of("number", number));
  }

  private JsonNode entries() {
    return grace.get("/rooms/%s/messages?limit=50".formatted(room)).body().path("entries");
  }

  private JsonNode written(String text) {
    return entries()
        .valueStream()
        .filter(entry -> entry.path("text").asText().equals(text))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private void awaitWritten(String text) {
    Patience.awaitTrue("in the room: " + text, () -> written(text).has("seq"));
  }

  private void awaitPhone(String text) {
    Patience.awaitTrue("on the phone: " + text, () -> phone().contains(text));
  }
}
