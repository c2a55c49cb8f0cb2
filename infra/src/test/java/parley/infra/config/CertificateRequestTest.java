package parley.infra.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CertificateRequestTest {

  /** By openssl, with the key thrown away. */
  private static final String REQUEST =
      """
      -----BEGIN CERTIFICATE REQUEST-----
      MIHPMHcCAQAwFTETMBEGA1UEAwwKZnJvbnQtZGVzazBZMBMGByqGSM49AgEGCCqG
      SM49AwEHA0IABKjHuV9JteLo17McyfCcpd8FM3WGrkgLWquC3ENTqyCC81fVozaP
      yI7NT37ohQqIvkmdvbnWgixYZD4Xs8r/EO6gADAKBggqhkjOPQQDAgNIADBFAiAO
      DUUSC/uZkVyBpvVm43Q7PlvrkpHVv9akDt69+wJnOwIhAJ9okXnU+f0HWwDEQNnV
      /gqOpWznKX4E+8Gqy+wRzDPP
      -----END CERTIFICATE REQUEST-----
      """;

  @Test
  void whatOpensslWroteIsOne() {
    assertThat(CertificateRequest.isOne(REQUEST)).isTrue();
  }

  @Test
  void itIsNoneWhereAnyOfItWasChanged() {
    var begin = REQUEST.indexOf('\n') + 1;
    var end = REQUEST.lastIndexOf("\n-----END");
    for (var at = begin; at < end; at++) {
      var changed = new StringBuilder(REQUEST);
      changed.setCharAt(at, REQUEST.charAt(at) == 'A' ? 'B' : 'A');
      assertThat(CertificateRequest.isOne(changed.toString())).as("character %d", at).isFalse();
    }
  }

  @Test
  void nothingElseInPemIsOne() {
    assertThat(CertificateRequest.isOne(REQUEST.replace("CERTIFICATE REQUEST", "CERTIFICATE")))
        .isFalse();
    assertThat(CertificateRequest.isOne("")).isFalse();
  }
}
