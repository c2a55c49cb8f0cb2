package parley.local.issuer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** SHA-256 as OAuth writes it: base64url without padding. */
final class Digests {

  private Digests() {}

  static String sha256(String text) {
    return encode(digest(text));
  }

  /** OIDC's {@code at_hash}: the left half. */
  static String leftHalf(String text) {
    return encode(Arrays.copyOf(digest(text), 16));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
