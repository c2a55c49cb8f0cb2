package parley.local.iot;

import java.util.Base64;
import java.util.regex.Pattern;

/** RFC 7468: bytes between two lines that say what they are. */
final class Pem {

  private static final Pattern FORM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----\\s*");

  private Pem() {}

  static String of(String label, byte[] content) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, lines, label);
  }

  /** The bytes. Throws {@link IllegalArgumentException} where it is nothing of that label. */
  static byte[] content(String label, String pem) {
    var match = FORM.matcher(pem.strip());
    if (!match.matches() || !match.group(1).equals(label)) {
      throw new IllegalArgumentException("it is no PEM of a " + label);
    }
    return Base64.getMimeDecoder().decode(match.group(2));
  }
}
