package parley.addons.sms;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What somebody means by an SMS. */
sealed interface Said {

  /** They want no more. */
  record Stop() implements Said {}

  /** They want some again, if they had stopped it. */
  record Start(String word) implements Said {}

  /** They want to know what this is. */
  record Help() implements Said {}

  /** They want to know where they can write. */
  record Rooms() implements Said {}

  /**
   * They write in another room from now on.
   *
   * @param name as they wrote it after the #
   * @param text what they write there at once; may be empty
   */
  record Choose(String name, String text) implements Said {}

  /** They write. */
  record Text(String text) implements Said {}

  /** Twilio's own words, by which it refuses to send to a number from then on. */
  Set<String> STOP =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");

  /** Twilio's own words for the opposite. */
  Set<String> START = Set.of("start", "yes", "unstop");

  Set<String> HELP = Set.of("help", "info");

  Pattern TAG = Pattern.compile("#(\\S+)(?:\\s+(.*))?", Pattern.DOTALL);

  /** What a text means. */
  static Said of(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    if (STOP.contains(word)) {
      return new Stop();
    }
    if (START.contains(word)) {
      return new Start(text);
    }
    if (HELP.contains(word)) {
      return new Help();
    }
    if (word.equals("rooms")) {
      return new Rooms();
    }
    var tag = TAG.matcher(text);
    return tag.matches()
        ? new Choose(tag.group(1), tag.group(2) == null ? "" : tag.group(2).strip())
        : new Text(text);
  }
}
