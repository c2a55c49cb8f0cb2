package parley.local.issuer;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Texts that nobody can guess.
 *
 * @param random where they come from
 */
record Secrets(SecureRandom random) {

  /** 256 bits as base64url. */
  String next() {
    var bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
