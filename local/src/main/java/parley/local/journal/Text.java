package parley.local.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A text that passed by, or its beginning.
 *
 * @param start at most {@link #MOST} characters of it
 * @param length how long it was: in characters, or in bytes where it came as bytes
 */
public record Text(String start, int length) {

  /** As much as is kept: enough for any payload that a person reads. */
  static final int MOST = 16 * 1024;

  static Text of(String text) {
    return new Text(text.substring(0, Math.min(MOST, text.length())), text.length());
  }

  static Text of(byte[] text) {
    return new Text(new String(text, 0, Math.min(MOST, text.length), UTF_8), text.length);
  }

  /** Whether something is missing at its end. */
  public boolean cut() {
    return length > MOST;
  }
}
