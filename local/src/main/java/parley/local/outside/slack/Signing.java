package parley.local.outside.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Slack does: over the second in which it is sent, and the body. */
final class Signing {

  private static final String HMAC = "HmacSHA256";

  private Signing() {}

  /** The headers of a request. Throws where there is no secret to sign with. */
  static Map<String, String> headers(String secret, long second, byte[] body, String type)
      throws GeneralSecurityException {
    if (secret.isEmpty()) {
      throw new GeneralSecurityException("the stack's secret has no signingSecret");
    }
    var mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
    mac.update("v0:%d:".formatted(second).getBytes(UTF_8));
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", type);
    headers.put("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)");
    headers.put("X-Slack-Request-Timestamp", Long.toString(second));
    headers.put("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(mac.doFinal(body)));
    return headers;
  }
}
