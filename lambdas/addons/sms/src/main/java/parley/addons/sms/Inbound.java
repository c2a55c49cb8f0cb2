package parley.addons.sms;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An SMS that came.
 *
 * @param sid Twilio's id of it, the same however often it is told of
 * @param from the number of whoever sent it
 * @param text what they wrote, as the chat can hold it
 * @param keyword STOP, START or HELP where Twilio took it for that, and has answered itself; else
 *     ""
 * @param attachments what came with it
 */
record Inbound(String sid, String from, String text, String keyword, List<Attachment> attachments) {

  private static final Pattern SID = Pattern.compile("[A-Z]{2}[0-9a-f]{32}");
  private static final Pattern FEW = Pattern.compile("[0-9]{1,2}");

  /** Reads the form's fields. */
  static Inbound of(Map<String, String> fields) {
    return new Inbound(
        fields.getOrDefault("MessageSid", ""),
        fields.getOrDefault("From", ""),
        printable(fields.getOrDefault("Body", "")).strip(),
        fields.getOrDefault("OptOutType", ""),
        attachments(fields));
  }

  private static List<Attachment> attachments(Map<String, String> fields) {
    var told = fields.getOrDefault("NumMedia", "0");
    var count = FEW.matcher(told).matches() ? Integer.parseInt(told) : 0;
    return IntStream.range(0, count).mapToObj(at -> Attachment.of(fields, at)).toList();
  }

  /** Whether it is an SMS at all, of somebody who has a number. */
  boolean whole() {
    return SID.matcher(sid).matches() && PhoneNumber.is(from);
  }

  /** What they mean: Twilio knows words of the account's own, in any language. */
  Said said() {
    return switch (keyword) {
      case "STOP" -> new Said.Stop();
      case "START" -> new Said.Start("");
      case "HELP" -> new Said.Help();
      default -> Said.of(text);
    };
  }

  private static String printable(String text) {
    var kept = new StringBuilder();
    text.replace("\r\n", "\n")
        .codePoints()
        .map(c -> c == '\r' ? '\n' : c)
        .filter(c -> c == '\n' || c == '\t' || !unprintable(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean unprintable(int c) {
    var type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
