package parley.addons.triggers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One receiver's keys: the one it knows, and while it is being replaced both. What is signed by
 * both is right for a receiver that knows either.
 */
final class Keys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PREFIX = "whsec_";

  /** Standard Webhooks asks for 24 to 64 bytes. */
  private static final int FEWEST_BYTES = 24;

  private static final int MOST_BYTES = 64;
  private static final int MOST = 2;

  private final List<SecretKeySpec> keys;

  private Keys(List<SecretKeySpec> keys) {
    this.keys = keys;
  }

  /**
   * Reads {@code whsec_BASE64}, or two of them with a space between. Throws {@link
   * IllegalArgumentException}, which says nothing of the text, where it is anything else.
   */
  static Keys of(String text) {
    var keys = new ArrayList<SecretKeySpec>();
    for (var one : text.strip().split("\\s+", -1)) {
      keys.add(new SecretKeySpec(bytes(one), ALGORITHM));
    }
    if (keys.size() > MOST) {
      throw new IllegalArgumentException("%d keys; 1 or 2 are allowed".formatted(keys.size()));
    }
    return new Keys(List.copyOf(keys));
  }

  /** The signatures, each {@code v1,BASE64}, with a space between. */
  String sign(String id, long timestamp, String body) {
    var signed = "%s.%d.%s".formatted(id, timestamp, body).getBytes(UTF_8);
    return keys.stream()
        .map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, signed)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] bytes(String key) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(key.startsWith(PREFIX) ? key.substring(6) : "");
    } catch (IllegalArgumentException e) {
      bytes = new byte[0];
    }
    if (bytes.length < FEWEST_BYTES || bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a key is whsec_ and the base64 of %d to %d bytes".formatted(FEWEST_BYTES, MOST_BYTES));
    }
    return bytes;
  }

  private static byte[] mac(SecretKeySpec key, byte[] signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
