package parley.local.iot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import parley.local.WholeFile;

/** A certificate with its key, of an elliptic curve. */
record Credentials(X509Certificate certificate, PrivateKey key) {

  private static final String CURVE = "secp256r1";

  /** A pair of keys, just made. */
  static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has " + CURVE, e);
    }
  }

  /** Those in {@code NAME.pem} and {@code NAME.key}. */
  static Credentials read(Path folder, String name) throws IOException {
    var key = Pem.content("PRIVATE KEY", Files.readString(folder.resolve(name + ".key")));
    try {
      return new Credentials(
          certificate(Files.readString(folder.resolve(name + ".pem"))),
          KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key)));
    } catch (GeneralSecurityException e) {
      throw new IOException("%s holds no usable key %s.key".formatted(folder, name), e);
    }
  }

  /** Leaves them in {@code NAME.pem} and {@code NAME.key}; the certificate is there last. */
  void write(Path folder, String name) throws IOException {
    WholeFile.write(folder.resolve(name + ".key"), keyPem().getBytes(UTF_8));
    WholeFile.write(folder.resolve(name + ".pem"), pem(certificate).getBytes(UTF_8));
  }

  String keyPem() {
    return Pem.of("PRIVATE KEY", key.getEncoded());
  }

  static String pem(X509Certificate certificate) {
    try {
      return Pem.of("CERTIFICATE", certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate that cannot be written", e);
    }
  }

  static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(pem.getBytes(UTF_8)));
    } catch (CertificateException e) {
      throw new IllegalArgumentException("it is no certificate", e);
    }
  }
}
