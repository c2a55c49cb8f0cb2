package parley.addons.sms;

/**
 * The instance's account with Twilio.
 *
 * @param sid its id, which is no secret
 * @param token what both sides sign and prove themselves by
 */
record Account(String sid, String token) {

  @Override
  public String toString() {
    return "Account[" + sid + "]";
  }
}
