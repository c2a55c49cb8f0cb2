package parley.addons.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.app_backend.SlackSignature.Generator;
import com.slack.api.app_backend.SlackSignature.Verifier;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final Instant NOW = Instant.ofEpochSecond(1_531_420_618);

  /** The request in Slack's description of its signatures. */
  private static final String DOCUMENTED =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  private static final SlackSignature DOCUMENTED_SIGNATURE =
      new SlackSignature(
          "1531420618", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");

  @Test
  void theDocumentedRequestIsSigned() {
    assertThat(DOCUMENTED_SIGNATURE.of(DOCUMENTED.getBytes(UTF_8), SECRET)).isTrue();
  }

  @Test
  void itIsThatOfSlacksOwnLibrary() {
    var random = new Random(1);
    for (var i = 0; i < 200; i++) {
      var secret = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
      var body = text(random);
      var timestamp = Long.toString(Math.abs(random.nextInt()));
      var signature = new Generator(secret).generate(timestamp, body);

      assertThat(new SlackSignature(timestamp, signature).of(body.getBytes(UTF_8), secret))
          .isTrue();
    }
  }

  @Test
  void whatIsChangedIsRefusedAsSlacksOwnLibraryRefusesIt() {
    var random = new Random(2);
    for (var i = 0; i < 200; i++) {
      var body = text(random) + "x";
      var timestamp = Long.toString(System.currentTimeMillis() / 1000);
      var signature = new StringBuilder(new Generator(SECRET).generate(timestamp, body));
      var tampered = new StringBuilder(body);
      switch (random.nextInt(3)) {
        case 0 -> tampered.setCharAt(random.nextInt(body.length()), '\u00e9');
        case 1 -> signature.setCharAt(3 + random.nextInt(64), 'g');
        default -> signature.setLength(random.nextInt(67));
      }
      var verifier = new Verifier(new Generator(SECRET));

      assertThat(verifier.isValid(timestamp, tampered.toString(), signature.toString())).isFalse();
      assertThat(
              new SlackSignature(timestamp, signature.toString())
                  .of(tampered.toString().getBytes(UTF_8), SECRET))
          .isFalse();
    }
  }

  @Test
  void withAnotherSecretOrNoneItIsRefused() {
    var body = DOCUMENTED.getBytes(UTF_8);

    assertThat(DOCUMENTED_SIGNATURE.of(body, SECRET + "6")).isFalse();
    assertThat(DOCUMENTED_SIGNATURE.of(body, "")).isFalse();
  }

  @Test
  void itHoldsForFiveMinutesAndIsNotOfTheFuture() {
    assertThat(DOCUMENTED_SIGNATURE.fresh(NOW)).isTrue();
    assertThat(DOCUMENTED_SIGNATURE.fresh(NOW.plusSeconds(300))).isTrue();
    assertThat(DOCUMENTED_SIGNATURE.fresh(NOW.plusSeconds(301))).isFalse();
    assertThat(DOCUMENTED_SIGNATURE.fresh(NOW.minusSeconds(301))).isFalse();
  }

  @Test
  void aTimeThatIsNoneIsOld() {
    for (var time : new String[] {"", "abc", "-1531420618", "1531420618.5", "9".repeat(40)}) {
      assertThat(new SlackSignature(time, "v0=").fresh(NOW)).as(time).isFalse();
    }
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(60); i > 0; i--) {
      text.appendCodePoint(random.nextBoolean() ? 32 + random.nextInt(90) : 0x1F600);
    }
    return text.toString();
  }
}
