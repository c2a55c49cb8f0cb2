package parley.addons.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Slack writes beside a request: an HMAC of the second it was sent and of its body, byte for
 * byte.
 *
 * @param timestamp the header {@code X-Slack-Request-Timestamp}
 * @param signature the header {@code X-Slack-Signature}
 */
record SlackSignature(String timestamp, String signature) {

  /** Slack's own figure; what is older may be a copy of somebody who listened. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final Pattern SECOND = Pattern.compile("[0-9]{1,12}");

  /** Whether it was made within the window around now. */
  boolean fresh(Instant now) {
    return SECOND.matcher(timestamp).matches()
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(WINDOW)
            <= 0;
  }

  /** Whether it is that of the body, by the secret; never by an empty one. */
  boolean of(byte[] body, String secret) {
    return !secret.isEmpty()
        && MessageDigest.isEqual(
            make(timestamp, body, secret).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private static String make(String timestamp, byte[] body, String secret) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HmacSHA256", e);
    }
  }
}
