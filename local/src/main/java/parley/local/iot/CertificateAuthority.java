package parley.local.iot;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates, as Amazon's own authority does: one twin's alone, kept in its data. */
final class CertificateAuthority {

  private static final String FILE = "ca";
  private static final X500Name NAME = new X500Name("CN=The twin's certificate authority");

  /** As long as anybody keeps a twin's data. */
  private static final Duration GOOD_FOR = Duration.ofDays(3650);

  private static final int SERIAL_BITS = 64;

  private final Credentials own;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  private CertificateAuthority(Credentials own, Clock clock) {
    this.own = own;
    this.clock = clock;
  }

  /** The one whose certificate and key are in this folder; made where there is none. */
  static CertificateAuthority open(Path folder, Clock clock) throws IOException {
    if (!Files.exists(folder.resolve(FILE + ".pem"))) {
      made(clock).write(folder, FILE);
    }
    return new CertificateAuthority(Credentials.read(folder, FILE), clock);
  }

  /** What others trust. */
  X509Certificate certificate() {
    return own.certificate();
  }

  /** The certificate that is asked for. */
  X509Certificate issue(CertificateRequest request) {
    return issue(
        request.subject(), request.key(), Extension.basicConstraints, new BasicConstraints(false));
  }

  /** A certificate for a device of the twin's own, with its key. */
  Credentials device(String name) {
    var keys = Credentials.newKeys();
    var request = new CertificateRequest(new X500Name("CN=" + name), keys.getPublic());
    return new Credentials(issue(request), keys.getPrivate());
  }

  /** A certificate for a server on this machine, with its key. */
  Credentials server() {
    var keys = Credentials.newKeys();
    var names =
        new GeneralNames(
            new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            });
    var name = new X500Name("CN=localhost");
    return new Credentials(
        issue(name, keys.getPublic(), Extension.subjectAlternativeName, names), keys.getPrivate());
  }

  private X509Certificate issue(
      X500Name subject, PublicKey key, ASN1ObjectIdentifier extension, ASN1Encodable value) {
    var serial = new BigInteger(SERIAL_BITS, random);
    return signed(unsigned(serial, subject, key, clock), own.key(), extension, value);
  }

  private static Credentials made(Clock clock) {
    var keys = Credentials.newKeys();
    var certificate =
        signed(
            unsigned(BigInteger.ONE, NAME, keys.getPublic(), clock),
            keys.getPrivate(),
            Extension.basicConstraints,
            new BasicConstraints(true));
    return new Credentials(certificate, keys.getPrivate());
  }

  private static JcaX509v3CertificateBuilder unsigned(
      BigInteger serial, X500Name subject, PublicKey key, Clock clock) {
    var now = clock.instant();
    return new JcaX509v3CertificateBuilder(
        NAME,
        serial,
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(GOOD_FOR)),
        subject,
        key);
  }

  private static X509Certificate signed(
      JcaX509v3CertificateBuilder unsigned,
      PrivateKey by,
      ASN1ObjectIdentifier extension,
      ASN1Encodable value) {
    try {
      unsigned.addExtension(extension, true, value);
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by);
      return new JcaX509CertificateConverter().getCertificate(unsigned.build(signer));
    } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
      throw new IllegalStateException("a certificate could not be signed", e);
    }
  }
}
