package parley.tests.twin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pictures that come by MMS, from the stand-in for Twilio to whoever may see them. */
class SmsMediaTest {

  private static final int LIMIT = 3 << 20;
  private static final Pattern CODE = Pattern.compile("([0-9]{6}) is your code");

  private final URI site = RunningTwin.site();
  private final OutsideParty twilio = new OutsideParty(site, "twilio");
  private final Person ada = Person.newcomer(site, "photographer-" + UUID.randomUUID());
  private final Person grace = Person.named(site, "grace");
  private final String number =
      "+1558%07d".formatted(Math.floorMod(UUID.randomUUID().hashCode(), 10_000_000));
  private String room = "";
  private final Socket socket = grace.socket();

  @BeforeEach
  void aRoomOfTwoAndALinkedNumber() {
    room = ada.newRoom("private");
    var member = "/rooms/%s/members/%s".formatted(room, grace.id());
    assertThat(ada.send("PUT", member, Map.of("role", "member")).status()).isEqualTo(200);
    socket.ask("subscribe", Map.of("rooms", List.of(room)));
    assertThat(ada.send("POST", "/sms/codes", Map.of("number", number)).status()).isEqualTo(200);
    var code = CODE.matcher(twilio.does("read", Map.of("number", number)));
    assertThat(code.find()).isTrue();
    var linked = ada.send("POST", "/sms/number", Map.of("code", code.group(1)));
    assertThat(linked.status()).isEqualTo(200);
  }

  @AfterEach
  void close() {
    socket.close();
  }

  @Test
  void membersAreShownThePicturesAndTheRestIsSaidToBeLeftOut() {
    comes("look", "one of each", "");

    var message = awaited("look");
    assertThat(message.path("sender").asText()).isEqualTo(ada.id());
    assertThat(message.path("text").asText())
        .isEqualTo(
            "look\n\n1 attachment was left out: larger than 3 MB."
                + "\n\n2 attachments were left out: no JPEG, PNG, GIF or WebP.");
    var media = media(message);
    assertThat(media)
        .extracting(each -> each.path("type").asText())
        .containsExactly("image/jpeg", "image/png", "image/gif", "image/webp", "image/png");
    for (var each : media) {
      var shown = grace.get(path(each.path("id").asText()));
      assertThat(shown.status()).isEqualTo(200);
      assertThat(shown.text("type")).isEqualTo(each.path("type").asText());
      assertThat(Base64.getDecoder().decode(shown.text("data")))
          .hasSize(each.path("bytes").asInt());
    }
    var png = Base64.getDecoder().decode(ada.get(path(id(media, 1))).text("data"));
    assertThat(new String(png, ISO_8859_1)).startsWith("\u0089PNG");
    assertThat(media.getLast().path("bytes").asInt()).isEqualTo(LIMIT);
  }

  @Test
  void whoeverIsNoMemberIsShownNothing() {
    comes("for you", "png", "");
    var id = id(media(awaited("for you")), 0);
    var stranger = Person.newcomer(site, "onlooker-" + UUID.randomUUID());
    var elsewhere = "/rooms/%s/sms/media/%s".formatted(stranger.newRoom("private"), id);

    assertThat(grace.get(path(id)).status()).isEqualTo(200);
    assertThat(stranger.get(path(id)).code()).isEqualTo("not-found");
    assertThat(stranger.get(elsewhere).code()).isEqualTo("not-found");
    assertThat(grace.get(path("unknown")).code()).isEqualTo("not-found");
    assertThat(grace.get(path("..%2F" + room + "%2F" + id)).code()).isEqualTo("invalid-input");
    assertThat(Person.anonymous(site).get(path(id)).status()).isEqualTo(401);
  }

  @Test
  void aPictureWithoutTextIsOneMessageHoweverOftenItIsToldOf() {
    var told = comes("", "gif", "");
    comes("", "gif", told.substring(0, told.indexOf(' ')));
    awaited("1 picture");
    comes("afterwards", "nothing", "");
    awaited("afterwards");

    assertThat(entries().findValuesAsText("text")).filteredOn("1 picture"::equals).hasSize(1);
    assertThat(Pictures.count(room)).isEqualTo(1);
  }

  @Test
  void aPictureGoesWithItsMessage() {
    comes("for now", "png", "");
    comes("to stay", "gif", "");
    var first = awaited("for now");
    var stays = id(media(awaited("to stay")), 0);
    var message = "/rooms/%s/messages/%d".formatted(room, first.path("seq").asLong());
    var query = "?after=%d&clientId=%s".formatted(ada.tail(room), UUID.randomUUID());
    assertThat(ada.send("DELETE", message + query, null).status()).isEqualTo(200);

    awaitPictures(1);
    assertThat(grace.get(path(id(media(first), 0))).code()).isEqualTo("not-found");
    assertThat(grace.get(path(stays)).status()).isEqualTo(200);
  }

  @Test
  void aPictureOfAMessageThatTheRoomRefusesIsNotKept() {
    comes("x".repeat(4_001), "png", "");
    Patience.awaitTrue(
        "it is told",
        () -> twilio.does("read", Map.of("number", number)).contains("was not written"));

    assertThat(Pictures.count(room)).isZero();
  }

  private void awaitPictures(int count) {
    Patience.awaitTrue(count + " in the bucket", () -> Pictures.count(room) == count);
  }

  private String comes(String text, String media, String sid) {
    return twilio.does("come", Map.of("from", number, "text", text, "media", media, "sid", sid));
  }

  private String path(String id) {
    return "/rooms/%s/sms/media/%s".formatted(room, id);
  }

  private JsonNode entries() {
    return grace.get("/rooms/%s/messages?limit=50".formatted(room)).body().path("entries");
  }

  private static String id(List<JsonNode> media, int at) {
    return media.get(at).path("id").asText();
  }

  private static List<JsonNode> media(JsonNode message) {
    try {
      var data = new ObjectMapper().readTree(message.path("data").asText());
      return data.path("media").valueStream().toList();
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + message, e);
    }
  }

  /** The message that begins so, once it comes. */
  private JsonNode awaited(String text) {
    return socket.awaitEntry(entry -> entry.path("text").asText().startsWith(text));
  }
}
