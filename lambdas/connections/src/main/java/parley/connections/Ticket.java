package parley.connections;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * The right to open one socket, once.
 *
 * @param digest the SHA-256 of what its holder shows, in hex: who reads the table cannot open a
 *     socket
 * @param user who may open it
 * @param name their display name
 * @param expires from when on it is worth nothing, in whole seconds
 */
record Ticket(String digest, String user, String name, Instant expires) {

  /** What the table knows a shown ticket by. */
  static String digest(String shown) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(shown.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
