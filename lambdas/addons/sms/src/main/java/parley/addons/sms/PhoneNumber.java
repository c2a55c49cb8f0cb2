package parley.addons.sms;

import java.util.regex.Pattern;

/** Numbers as Twilio writes them: a plus sign, and up to 15 digits (E.164). */
final class PhoneNumber {

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private PhoneNumber() {}

  static boolean is(String text) {
    return E164.matcher(text).matches();
  }
}
