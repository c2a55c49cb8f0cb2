package parley.addons.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Twilio writes beside a request, in {@code X-Twilio-Signature}: an HMAC of the address as
 * Twilio has it, with its query, and of the form's fields in the order of their names.
 */
record TwilioSignature(String signature) {

  private static final String HMAC = "HmacSHA1";

  /** Whether it is that of the form sent to this address, by the token; never by an empty one. */
  boolean of(String address, Map<String, String> fields, String token) {
    return !token.isEmpty()
        && MessageDigest.isEqual(
            make(address, fields, token).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private static String make(String address, Map<String, String> fields, String token) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), HMAC));
      mac.update(address.getBytes(UTF_8));
      new TreeMap<>(fields).forEach((name, value) -> mac.update((name + value).getBytes(UTF_8)));
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HmacSHA1", e);
    }
  }
}
