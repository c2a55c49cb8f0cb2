package parley.messages;

import java.nio.charset.StandardCharsets;

/** What counts as an emoji: pictographs, flags, keycaps, and sequences of them. */
final class Emoji {

  /** In code points: a family of four with skin tones has 11. */
  static final int LONGEST = 16;

  /** In UTF-8. */
  static final int MOST_BYTES = 64;

  private static final int KEYCAP = 0x20E3;
  private static final int FIRST_REGIONAL_INDICATOR = 0x1F1E6;
  private static final int LAST_REGIONAL_INDICATOR = 0x1F1FF;

  private Emoji() {}

  /** True where all of it is emoji (UTS #51) and at least one part shows something by itself. */
  static boolean accepts(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        && text.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES
        && text.codePoints().allMatch(Emoji::part)
        && text.codePoints().anyMatch(Emoji::visible);
  }

  /** Joiners, selectors, digits of keycaps and tags are components. */
  private static boolean part(int codePoint) {
    return visible(codePoint) || Character.isEmojiComponent(codePoint);
  }

  /** Extended pictographs are also those that later versions of Unicode will fill. */
  private static boolean visible(int codePoint) {
    return Character.isExtendedPictographic(codePoint)
        || codePoint == KEYCAP
        || (codePoint >= FIRST_REGIONAL_INDICATOR && codePoint <= LAST_REGIONAL_INDICATOR);
  }
}
