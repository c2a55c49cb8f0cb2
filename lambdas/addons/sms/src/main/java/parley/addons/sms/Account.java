package parley.addons.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/**
 * The instance's account with Twilio.
 *
 * @param sid its id, which is no secret
 * @param token what both sides sign and prove themselves by
 */
record Account(String sid, String token) {

  /** The header {@code Authorization} by which it is known. */
  String proof() {
    return "Basic " + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "Account[" + sid + "]";
  }
}
