package parley.addons.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;

/**
 * A picture that browsers show.
 *
 * @param type by its first bytes
 */
record Picture(String type, byte[] bytes) {

  /**
   * How many bytes one has at most. A function's answer has 6 MB (Lambda's quota for a synchronous
   * invocation), in which a picture is written in base64, a third longer; API Gateway takes 10 MB.
   */
  static final int LARGEST = 3 << 20;

  /** The picture that these bytes are, whatever is said of them; empty where they are none. */
  static Optional<Picture> of(byte[] bytes) {
    return type(bytes).map(type -> new Picture(type, bytes));
  }

  private static Optional<String> type(byte[] bytes) {
    var head = new String(bytes, 0, Math.min(bytes.length, 12), ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    return head.startsWith("RIFF") && head.endsWith("WEBP")
        ? Optional.of("image/webp")
        : Optional.empty();
  }
}
