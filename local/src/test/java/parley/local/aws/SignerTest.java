package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the example in AWS's own documentation of Signature Version 4 (IAM, ListUsers). */
class SignerTest {

  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
          + " SignedHeaders=content-type;host;x-amz-date,"
          + " Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7";

  private static final Map<String, String> HEADERS =
      Map.of(
          "content-type", "application/x-www-form-urlencoded; charset=utf-8",
          "host", "iam.amazonaws.com",
          "x-amz-date", "20150830T123600Z");

  private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private final Signer signer = new Signer();

  @Test
  void theHeaderNamesCallerAndService() {
    var signature = Signature.parse(AUTHORIZATION).orElseThrow();

    assertThat(signature.accessKey()).isEqualTo("AKIDEXAMPLE");
    assertThat(signature.service()).isEqualTo("iam");
    assertThat(signature.scope()).isEqualTo("20150830/us-east-1/iam/aws4_request");
    assertThat(signature.signedHeaders()).containsExactly("content-type", "host", "x-amz-date");
  }

  @Test
  void whatIsNoSignatureIsNone() {
    assertThat(Signature.parse("Bearer abc")).isEmpty();
    assertThat(Signature.parse("")).isEmpty();
    assertThat(Signature.parse(AUTHORIZATION.replace("iam/", ""))).isEmpty();
  }

  @Test
  void theDocumentedSignatureIsVerified() {
    assertThat(verifies(SECRET, "Action=ListUsers&Version=2010-05-08", "")).isTrue();
    assertThat(verifies(SECRET, "Version=2010-05-08&Action=ListUsers", "")).isTrue();
  }

  @Test
  void anotherSecretQueryOrBodyIsRefused() {
    assertThat(verifies("another", "Action=ListUsers&Version=2010-05-08", "")).isFalse();
    assertThat(verifies(SECRET, "Action=DeleteUser&Version=2010-05-08", "")).isFalse();
    assertThat(verifies(SECRET, "Action=ListUsers&Version=2010-05-08", "{}")).isFalse();
  }

  private boolean verifies(String secret, String query, String body) {
    return signer.verifies(
        Signature.parse(AUTHORIZATION).orElseThrow(),
        secret,
        "GET",
        "/",
        query,
        HEADERS,
        body.getBytes(UTF_8));
  }
}
