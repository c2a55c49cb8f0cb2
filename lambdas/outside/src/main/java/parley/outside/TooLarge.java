package parley.outside;

import java.io.IOException;

/** An answer has more bytes than were wanted; it was hung up on. */
public final class TooLarge extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * The failure.
   *
   * @param most how many bytes it might have had
   */
  public TooLarge(int most) {
    super("the answer has more than %d bytes".formatted(most));
  }
}
