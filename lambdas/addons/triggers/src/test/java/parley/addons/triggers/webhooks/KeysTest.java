package parley.addons.triggers.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeysTest {

  private static final String OLD = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String NEW = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  /** Counted by openssl: {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:… -binary}. */
  @Test
  void aSignatureIsTheHmacOfIdTimestampAndBody() {
    assertThat(Keys.of(NEW).sign("evt_r_7", 1764320400, "{\"type\":\"message.posted\"}"))
        .isEqualTo("v1,Qe7Xw9W9SCRi5ELavXpFmSxeaz46fqV/3SwnPihhvFo=");
  }

  @Test
  void whileAKeyIsReplacedBothSign() {
    assertThat(Keys.of(NEW + " " + OLD).sign("id", 1, "{}"))
        .isEqualTo(Keys.of(NEW).sign("id", 1, "{}") + " " + Keys.of(OLD).sign("id", 1, "{}"));
  }

  @Test
  void whatIsNoKeyIsRefusedWithoutBeingSaid() {
    for (var text :
        new String[] {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_!", "whsec_c2hvcnQ="}) {
      assertThatThrownBy(() -> Keys.of(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a key is whsec_ and the base64 of 24 to 64 bytes");
    }
  }
}
