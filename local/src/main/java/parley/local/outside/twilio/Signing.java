package parley.local.outside.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.local.outside.Surroundings.Sent;

/** Sends forms as Twilio does, signed over the address and the fields in order. */
final class Signing {

  private static final String HMAC = "HmacSHA1";

  private Signing() {}

  /** The request; unsigned where the token is empty. */
  static Sent form(URI to, Map<String, String> fields, String token)
      throws GeneralSecurityException {
    var headers = new HashMap<String, String>();
    headers.put("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8");
    headers.put("User-Agent", "TwilioProxy/1.1");
    if (!token.isEmpty()) {
      headers.put("X-Twilio-Signature", signature(to.toString(), fields, token));
    }
    var body =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(
                    f ->
                        URLEncoder.encode(f.getKey(), UTF_8)
                            + "="
                            + URLEncoder.encode(f.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    return new Sent("POST", to, headers, body.getBytes(UTF_8));
  }

  private static String signature(String address, Map<String, String> fields, String token)
      throws GeneralSecurityException {
    var mac = Mac.getInstance(HMAC);
    mac.init(new SecretKeySpec(token.getBytes(UTF_8), HMAC));
    var signed = new StringBuilder(address);
    new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
    return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
  }
}
