package parley.local.outside.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.local.outside.Answer;
import parley.local.outside.Request;
import parley.local.outside.Surroundings;

class TwilioTest {

  private final Twilio twilio = new Twilio();
  private final Map<String, String> keys = twilio.keys();
  private final List<Surroundings.Sent> told = new ArrayList<>();

  {
    twilio.start(
        new Surroundings() {
          @Override
          public URI site() {
            return URI.create("http://localhost:1");
          }

          @Override
          public Map<String, String> outputs() {
            return Map.of("Hook", "http://localhost:1/hook#rc=3&rp=all");
          }

          @Override
          public Map<String, String> keys() {
            return keys;
          }

          @Override
          public Clock clock() {
            return Clock.systemUTC();
          }

          @Override
          public Answer send(Sent request) {
            told.add(request);
            return Answer.of(200, "application/xml", "<Response><Message>hi</Message></Response>");
          }
        });
  }

  @Test
  void theDocumentedRequestIsSignedAsDocumented() throws Exception {
    var form =
        Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309",
            "Digits", "1234",
            "From", "+14158675309",
            "To", "+18005551212");
    var sent =
        Signing.form(URI.create("https://mycompany.com/myapp.php?foo=1&bar=2"), form, "12345");

    assertThat(sent.headers()).containsEntry("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  }

  @Test
  void whoeverShowsNoAccountIsRefused() throws Exception {
    assertThat(post("+15005550010", "hello", "wrong").status()).isEqualTo(401);
    assertThat(post("+15005550010", "hello", keys.get("authToken")).status()).isEqualTo(201);
  }

  @Test
  void whatAPhoneGotCanBeRead() throws Exception {
    post("+15005550010", "your code", keys.get("authToken"));

    assertThat(twilio.submit("read", Map.of("number", "+15005550010")))
        .isEqualTo("to +15005550010: your code");
  }

  @Test
  void aNumberThatSaidStopIsRefusedUntilItSaysStart() throws Exception {
    assertThat(comes("STOP")).contains("200: hi");
    assertThat(told.getFirst().to()).isEqualTo(URI.create("http://localhost:1/hook"));
    assertThat(post("+15005550010", "hello", keys.get("authToken")).text()).contains("21610");
    comes("start");
    assertThat(post("+15005550010", "hello", keys.get("authToken")).status()).isEqualTo(201);
  }

  @Test
  void itsOwnNumbersForTryingAreRefusedAndItCanBeDown() throws Exception {
    assertThat(post("+15005550001", "x", keys.get("authToken")).text()).contains("21211");
    assertThat(post("0151", "x", keys.get("authToken")).text()).contains("21211");
    twilio.submit("trouble", Map.of("kind", "down"));
    assertThat(post("+15005550010", "x", keys.get("authToken")).status()).isEqualTo(503);
  }

  @Test
  void whatCameWithAMessageIsServedToTheAccountThroughAStoreThatWantsNoKeys() throws Exception {
    twilio.submit("come", Map.of("from", "+15005550010", "text", "", "media", "png", "sid", "MM1"));
    var form = new String(told.getFirst().body(), UTF_8);
    assertThat(form).contains("NumMedia=1", "MediaContentType0=image%2Fpng");
    var address = URLDecoder.decode(form.replaceAll(".*MediaUrl0=|&.*", ""), UTF_8);
    var path = URI.create(address).getPath();

    assertThat(get(path, "wrong").status()).isEqualTo(401);
    var sentOn = get(path, keys.get("authToken"));
    assertThat(sentOn.status()).isEqualTo(307);
    var stored = URI.create(sentOn.headers().get("Location")).getPath();
    assertThat(get(stored, keys.get("authToken")).status()).isEqualTo(400);
    var picture = twilio.answer(new Request("GET", stored, "", Map.of(), new byte[0]));
    assertThat(picture.headers()).containsEntry("Content-Type", "image/png");
    assertThat(picture.body()).isEqualTo(Sample.PNG.bytes());
  }

  @Test
  void longAndWideTextsHaveMoreSegments() {
    assertThat(segments("x".repeat(160))).isEqualTo(1);
    assertThat(segments("x".repeat(161))).isEqualTo(2);
    assertThat(segments("é".repeat(71))).isEqualTo(2);
  }

  private static int segments(String text) {
    return new Sms("", "", "", text, "").segments();
  }

  private String comes(String text) throws Exception {
    return twilio.submit(
        "come", Map.of("from", "+15005550010", "text", text, "sid", "", "signed", "as Twilio"));
  }

  private Answer get(String path, String token) throws Exception {
    return twilio.answer(
        new Request("GET", path, "", Map.of("authorization", proof(token)), new byte[0]));
  }

  private String proof(String token) {
    var proof = "%s:%s".formatted(keys.get("accountSid"), token);
    return "Basic " + Base64.getEncoder().encodeToString(proof.getBytes(UTF_8));
  }

  private Answer post(String to, String text, String token) throws Exception {
    var body = "To=%s&From=%%2B1&Body=%s".formatted(URLEncoder.encode(to, UTF_8), text);
    return twilio.answer(
        new Request(
            "POST",
            "/2010-04-01/Accounts/%s/Messages.json".formatted(keys.get("accountSid")),
            "",
            Map.of("authorization", proof(token)),
            body.getBytes(UTF_8)));
  }
}
