package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The request {@code get-vanilla} of AWS's own test suite for Signature Version 4. */
class DeclaredHashTest {

  private static final Signature SIGNATURE =
      Signature.parse(
              "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                  + " SignedHeaders=host;x-amz-date,"
                  + " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31")
          .orElseThrow();
  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
  private static final String NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final Map<String, String> HEADERS =
      Map.of("host", "example.amazonaws.com", "x-amz-date", "20150830T123600Z");

  @Test
  void aRequestAsItWasSignedVerifies() {
    assertThat(verifies(SECRET, "/", HEADERS, "")).isTrue();
  }

  @Test
  void anotherSecretPathHeaderOrBodyDoesNot() {
    assertThat(verifies("another", "/", HEADERS, "")).isFalse();
    assertThat(verifies(SECRET, "/other", HEADERS, "")).isFalse();
    var other = Map.of("host", "elsewhere.com", "x-amz-date", "20150830T123600Z");
    assertThat(verifies(SECRET, "/", other, "")).isFalse();
    assertThat(verifies(SECRET, "/", HEADERS, "changed")).isFalse();
  }

  @Test
  void aBodyIsHeldAgainstTheHashThatWasDeclaredForIt() {
    var declared =
        Map.of(
            "host",
            "example.amazonaws.com",
            "x-amz-date",
            "20150830T123600Z",
            "x-amz-content-sha256",
            NOTHING);

    assertThat(verifies(SECRET, "/", declared, "")).isTrue();
    assertThat(verifies(SECRET, "/", declared, "changed")).isFalse();
  }

  private static boolean verifies(
      String secret, String path, Map<String, String> headers, String body) {
    return new Signer().verifies(SIGNATURE, secret, "GET", path, "", headers, body.getBytes(UTF_8));
  }
}
