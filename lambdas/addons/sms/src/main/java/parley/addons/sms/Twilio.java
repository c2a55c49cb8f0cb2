package parley.addons.sms;

import java.util.Optional;

/** Twilio's Messages API. */
interface Twilio {

  /** What came of sending. */
  sealed interface Outcome {
    /** Twilio has taken it, and calls it by that id. */
    record Taken(String sid) implements Outcome {}

    /** Twilio will not take it, however often it is asked; the code says why. */
    record Refused(int code) implements Outcome {}

    /** Twilio did not take it now. */
    record NotNow(String why) implements Outcome {}

    /** It is not known whether Twilio has taken it. */
    record Unknown(String why) implements Outcome {}
  }

  /**
   * What an SMS cost.
   *
   * @param segments as how many it was sent
   * @param price what Twilio takes for it, above zero; empty where Twilio does not know yet
   * @param unit the price's currency, such as {@code USD}
   */
  record Bill(int segments, Optional<Double> price, String unit) {}

  /**
   * Sends an SMS.
   *
   * @param callback whom Twilio is to tell what becomes of it; "" for nobody
   */
  Outcome send(String to, String text, String callback);

  /** What an SMS cost; empty where Twilio does not say now. */
  Optional<Bill> bill(String sid);
}
