package parley.local.iot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void whatOpensslWroteIsRead() {
    assertThat(CertificateRequest.read(REQUEST).subject()).hasToString("CN=front-desk");
  }

  @Test
  void aRequestForSomebodyElsesKeyIsRefused() throws Exception {
    var signer =
        new JcaContentSignerBuilder("SHA256withECDSA").build(Credentials.newKeys().getPrivate());
    var request =
        new JcaPKCS10CertificationRequestBuilder(
                new X500Name("CN=x"), Credentials.newKeys().getPublic())
            .build(signer);

    assertThatThrownBy(
            () -> CertificateRequest.read(Pem.of("CERTIFICATE REQUEST", request.getEncoded())))
        .hasMessageContaining("signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
      })
  void whatIsNoRequestIsRefused(String text) {
    assertThatThrownBy(() -> CertificateRequest.read(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
