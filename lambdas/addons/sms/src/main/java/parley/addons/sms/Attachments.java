package parley.addons.sms;

/** What lies with Twilio and came with SMS. */
@FunctionalInterface
interface Attachments {

  /** What came of fetching one. */
  sealed interface Outcome {
    /** What it is. */
    record Got(byte[] bytes) implements Outcome {}

    /** It is larger than {@link Picture#LARGEST}. */
    record TooLarge() implements Outcome {}

    /** Twilio has it no more. */
    record Gone() implements Outcome {}
  }

  /**
   * Fetches one, by Twilio's ids. Throws {@link IllegalStateException} where Twilio does not give
   * it now.
   */
  Outcome fetch(String message, String attachment);
}
