package parley.local.iot;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/** PKCS #10: who asks for a certificate, for which key. */
record CertificateRequest(X500Name subject, PublicKey key) {

  /**
   * Reads one in PEM. Throws {@link IllegalArgumentException} where it is none, or whoever made it
   * did not have the key.
   */
  static CertificateRequest read(String pem) {
    try {
      var request = new JcaPKCS10CertificationRequest(Pem.content("CERTIFICATE REQUEST", pem));
      var key = request.getPublicKey();
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new IllegalArgumentException("its signature is not one of its key");
      }
      return new CertificateRequest(request.getSubject(), key);
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      throw new IllegalArgumentException("it cannot be read: " + e.getMessage(), e);
    }
  }
}
