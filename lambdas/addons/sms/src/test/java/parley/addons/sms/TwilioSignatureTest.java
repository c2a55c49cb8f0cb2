package parley.addons.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.security.RequestValidator;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwilioSignatureTest {

  /** The request in Twilio's description of its signatures. */
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";

  private static final Map<String, String> FORM =
      Map.of(
          "CallSid", "CA1234567890ABCDE",
          "Caller", "+14158675309",
          "Digits", "1234",
          "From", "+14158675309",
          "To", "+18005551212");

  private static final String TOKEN = "12345";
  private static final TwilioSignature DOCUMENTED =
      new TwilioSignature("RSOYDt4T1cUTdK1PDd93/VVr8B8=");

  @Test
  void theDocumentedRequestIsSigned() {
    assertThat(DOCUMENTED.of(URL, FORM, TOKEN)).isTrue();
    assertThat(new RequestValidator(TOKEN).validate(URL, FORM, DOCUMENTED.signature())).isTrue();
  }

  @Test
  void itIsThatOfTwiliosOwnLibrary() {
    var random = new Random(1);
    for (var i = 0; i < 300; i++) {
      var token = Long.toHexString(random.nextLong());
      var url = "https://chat.example.com/api/sms/inbound?x=" + random.nextInt();
      var form = new HashMap<String, String>();
      for (var fields = random.nextInt(8); fields > 0; fields--) {
        form.put(text(random), text(random));
      }
      var made = Signatures.made(url, form, token);

      assertThat(new RequestValidator(token).validate(url, form, made)).isTrue();
      assertThat(new TwilioSignature(made).of(url, form, token)).isTrue();
      assertChangesAreRefused(url, form, made, token);
    }
  }

  private static void assertChangesAreRefused(
      String url, Map<String, String> form, String made, String token) {
    var more = new HashMap<>(form);
    more.put("Body", "more");
    for (var each :
        new Object[][] {
          {url + "&y=1", form, made, token},
          {url, more, made, token},
          {url, form, made.substring(1), token},
          {url, form, "", token},
          {url, form, made, token + "0"}
        }) {
      @SuppressWarnings("unchecked")
      var fields = (Map<String, String>) each[1];
      var signature = new TwilioSignature((String) each[2]);

      assertThat(signature.of((String) each[0], fields, (String) each[3])).isFalse();
      assertThat(
              new RequestValidator((String) each[3])
                  .validate((String) each[0], fields, signature.signature()))
          .isFalse();
    }
  }

  @Test
  void nothingIsSignedByNoToken() {
    assertThat(DOCUMENTED.of(URL, FORM, "")).isFalse();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var length = random.nextInt(1, 20); length > 0; length--) {
      text.appendCodePoint(random.nextBoolean() ? 32 + random.nextInt(90) : 0x1F600);
    }
    return text.toString();
  }
}
