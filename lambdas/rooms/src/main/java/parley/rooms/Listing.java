package parley.rooms;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How public rooms are sorted, and how a client holds its place among them. */
final class Listing {

  /** What DynamoDB takes as a sort key. */
  private static final int MAX_BYTES = 1024;

  private static final Pattern ROOM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private Listing() {}

  /** Where a room stands: its lower-case name, so that people find it, and its id. */
  static String entry(String room, String name) {
    return name.toLowerCase(Locale.ROOT) + "#" + room;
  }

  /** The room's id in an entry: a name may hold a "#", an id does not. */
  static String room(String entry) {
    return entry.substring(entry.lastIndexOf('#') + 1);
  }

  /** A token that means "after this entry". */
  static String token(String entry) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(entry.getBytes(StandardCharsets.UTF_8));
  }

  /** The entry of a token; empty where it is not one of ours. */
  static Optional<String> parse(String token) {
    try {
      var bytes = Base64.getUrlDecoder().decode(token);
      var entry = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      var valid =
          bytes.length <= MAX_BYTES
              && entry.indexOf('#') >= 0
              && ROOM.matcher(room(entry)).matches();
      return valid ? Optional.of(entry) : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
