package parley.local.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * An answer, of an outside party or of the stack.
 *
 * @param headers by name; of the stack's, in lower case
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {

  /** One with a text of this media type. */
  public static Answer of(int status, String type, String text) {
    return new Answer(status, Map.of("Content-Type", type), text.getBytes(UTF_8));
  }

  /** One with a JSON document. */
  public static Answer json(int status, String json) {
    return of(status, "application/json; charset=utf-8", json);
  }

  /** Its body as text. */
  public String text() {
    return new String(body, UTF_8);
  }
}
