package parley.local.issuer;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Passwords as they are kept: {@code iterations:salt:PBKDF2}. */
final class Passwords {

  /** OWASP's figure for PBKDF2 with HMAC-SHA-256 (2023). */
  static final int ITERATIONS = 600_000;

  /** For a password that is printed for everybody: more would only make the start slower. */
  static final int OPEN_ITERATIONS = 1_000;

  private static final int BITS = 256;

  /** What is compared where there is no account, so that the time tells nothing. */
  private static final String NOBODY = "%d:00:00".formatted(ITERATIONS);

  private Passwords() {}

  static String hash(String password, int iterations, SecureRandom random) {
    var salt = new byte[16];
    random.nextBytes(salt);
    var hex = HexFormat.of();
    return "%d:%s:%s"
        .formatted(
            iterations, hex.formatHex(salt), hex.formatHex(derive(password, salt, iterations)));
  }

  /**
   * @param hash what {@link #hash} gave; "" where there is no account
   */
  static boolean matches(String password, String hash) {
    var parts = (hash.isEmpty() ? NOBODY : hash).split(":");
    var hex = HexFormat.of();
    var derived = derive(password, hex.parseHex(parts[1]), Integer.parseInt(parts[0]));
    return MessageDigest.isEqual(derived, hex.parseHex(parts[2]));
  }

  private static byte[] derive(String password, byte[] salt, int iterations) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(password.toCharArray(), salt, iterations, BITS))
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has PBKDF2", e);
    }
  }
}
