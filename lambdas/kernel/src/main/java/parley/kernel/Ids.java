package parley.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where ids come from.
 *
 * <p>Lambda reseeds {@link SecureRandom} when it restores a snapshot, and only that: any other
 * source gives two functions restored from one snapshot the same ids.
 */
@FunctionalInterface
public interface Ids {

  /** A new id of 22 URL-safe characters, 128 bits of chance. */
  String next();

  /** Ids from the system's own source of chance. */
  static Ids random() {
    var random = new SecureRandom();
    return () -> {
      var bytes = new byte[16];
      random.nextBytes(bytes);
      return text(bytes);
    };
  }

  /**
   * The same 22 characters for the same parts, in their order: an id for what must not exist twice.
   */
  static String derived(String... parts) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (var part : parts) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
      }
      return text(Arrays.copyOf(digest.digest(), 16));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
