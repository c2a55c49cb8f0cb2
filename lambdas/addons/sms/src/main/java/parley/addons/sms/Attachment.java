package parley.addons.sms;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something that came with an SMS and lies with Twilio. Of the address that Twilio tells, only the
 * id is taken: where it is asked for is the instance's to say.
 *
 * @param sid Twilio's id of it; "" where the address is none of this SMS
 * @param type what Twilio says it is, such as {@code image/jpeg}
 */
record Attachment(String sid, String type) {

  /** As Twilio has them at most with one SMS. */
  static final int MOST = 10;

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://[^/?#]+/2010-04-01/Accounts/([^/]+)/Messages/([^/]+)/Media/(ME[0-9a-f]{32})");

  /** The one with this number, from 0, of a form's fields. */
  static Attachment of(Map<String, String> fields, int at) {
    var address = ADDRESS.matcher(fields.getOrDefault("MediaUrl" + at, ""));
    var own =
        at < MOST
            && address.matches()
            && address.group(1).equals(fields.get("AccountSid"))
            && address.group(2).equals(fields.get("MessageSid"));
    var type = fields.getOrDefault("MediaContentType" + at, "").toLowerCase(Locale.ROOT);
    return own ? new Attachment(address.group(3), type) : new Attachment("", type);
  }

  /** Whether it is worth fetching: what it is in truth, its bytes say. */
  boolean mayBePicture() {
    return type.startsWith("image/");
  }
}
