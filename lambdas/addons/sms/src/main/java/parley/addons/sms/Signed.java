package parley.addons.sms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import parley.kernel.Refusal;
import parley.kernel.Request;

/**
 * Tells what Twilio sent from what others did.
 *
 * @param site the origin under which Twilio knows the instance
 */
record Signed(Keys keys, String site) {

  /** The parameter with the header of that name. */
  static final String SIGNATURE = "X-Twilio-Signature";

  static final Refusal NOT_SIGNED =
      new Refusal(401, "not-signed", "the request is not signed by Twilio for this address");

  /** The form's fields, where Twilio signed them for this path; else empty. */
  Optional<Map<String, String>> fields(Request request, String path) {
    var fields = new HashMap<String, String>();
    request.body().properties().forEach(f -> fields.put(f.getKey(), f.getValue().asText()));
    var signature = new TwilioSignature(request.params().path(SIGNATURE).asText());
    var good =
        matches(keys.account(), signature, path, fields)
            || matches(keys.fresh(), signature, path, fields);
    return good ? Optional.of(fields) : Optional.empty();
  }

  private boolean matches(
      Optional<Account> account,
      TwilioSignature signature,
      String path,
      Map<String, String> fields) {
    return account
        .filter(known -> fields.getOrDefault("AccountSid", "").equals(known.sid()))
        .filter(known -> signature.of(site + "/api" + path, fields, known.token()))
        .isPresent();
  }
}
