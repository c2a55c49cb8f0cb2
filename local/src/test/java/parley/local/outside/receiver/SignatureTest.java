package parley.local.outside.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {

  private static final String KEY = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String BODY = "{\"type\":\"message.posted\"}";

  /** Counted by openssl, which knows nothing of this. */
  private static final Map<String, String> SIGNED =
      Map.of(
          "webhook-id", "evt_r_7",
          "webhook-timestamp", "1764320400",
          "webhook-signature", "v1,Qe7Xw9W9SCRi5ELavXpFmSxeaz46fqV/3SwnPihhvFo=");

  @Test
  void whatIsSignedByAnyKeyThatItKnowsIsTaken() {
    assertThat(refusal(KEY, 0, SIGNED, BODY)).isEmpty();
    assertThat(refusal("whsec_c29tZXRoaW5nIGVsc2U= " + KEY, 299, SIGNED, BODY)).isEmpty();
  }

  @Test
  void whatIsChangedLateOrUnsignedIsNot() {
    assertThat(refusal(KEY, 0, SIGNED, BODY + " ")).contains("no signature is right");
    assertThat(refusal("whsec_c29tZXRoaW5nIGVsc2U=", 0, SIGNED, BODY)).isPresent();
    assertThat(refusal(KEY, 301, SIGNED, BODY)).contains("the timestamp is too far from now");
    for (var header : SIGNED.keySet()) {
      var without = new HashMap<>(SIGNED);
      without.remove(header);
      assertThat(refusal(KEY, 0, without, BODY)).as(header).isPresent();
    }
  }

  private static Optional<String> refusal(
      String keys, int later, Map<String, String> headers, String body) {
    var now = Instant.ofEpochSecond(1_764_320_400L + later);
    return new Signature(List.of(keys), Clock.fixed(now, ZoneOffset.UTC)).refusal(headers, body);
  }
}
