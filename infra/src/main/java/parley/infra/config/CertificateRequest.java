package parley.infra.config;

import java.io.IOException;
import java.io.StringReader;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;

/** PKCS #10 (RFC 2986): who asks for a certificate, for which key. */
final class CertificateRequest {

  private CertificateRequest() {}

  /** Whether a text is one in PEM, made by whoever has the key. */
  static boolean isOne(String pem) {
    try (var parser = new PEMParser(new StringReader(pem))) {
      return parser.readObject() instanceof PKCS10CertificationRequest request && isSigned(request);
    } catch (IOException | OperatorCreationException | PKCSException | RuntimeException e) {
      return false; // Bytes at random fail in ways of all kinds.
    }
  }

  private static boolean isSigned(PKCS10CertificationRequest request)
      throws OperatorCreationException, PKCSException {
    var key = request.getSubjectPublicKeyInfo();
    return request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
  }
}
