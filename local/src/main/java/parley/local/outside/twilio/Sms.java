package parley.local.outside.twilio;

/**
 * An SMS that went out.
 *
 * @param callback whom to tell what becomes of it; "" for nobody
 */
record Sms(String sid, String from, String to, String text, String callback) {

  private static final int ONE = 160;
  private static final int OF_MANY = 153;
  private static final int ONE_WIDE = 70;
  private static final int OF_MANY_WIDE = 67;

  /** As how many it is sent: letters beyond ASCII are counted as Twilio counts emoji. */
  int segments() {
    var wide = text.chars().anyMatch(c -> c > 0x7E);
    var length = text.length();
    var one = wide ? ONE_WIDE : ONE;
    var each = wide ? OF_MANY_WIDE : OF_MANY;
    return length <= one ? 1 : (length + each - 1) / each;
  }
}
