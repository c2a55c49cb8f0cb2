package parley.local.outside.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks what Standard Webhooks (standardwebhooks.com) has a sender sign.
 *
 * @param keys those that it knows, each {@code whsec_} and base64; a value may hold several
 * @param clock a request is not to be older than 5 minutes
 */
record Signature(Collection<String> keys, Clock clock) {

  static final String PREFIX = "whsec_";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  /** Why a request is not taken; empty where it is. */
  Optional<String> refusal(Map<String, String> headers, String body) {
    var id = headers.getOrDefault("webhook-id", "");
    var time = headers.getOrDefault("webhook-timestamp", "");
    var signatures = headers.getOrDefault("webhook-signature", "");
    if (id.isEmpty() || !time.matches("[0-9]{1,12}") || signatures.isEmpty()) {
      return Optional.of("webhook-id, webhook-timestamp and webhook-signature are needed");
    }
    var age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), clock.instant());
    if (age.abs().compareTo(TOLERANCE) > 0) {
      return Optional.of("the timestamp is too far from now");
    }
    var signed = "%s.%s.%s".formatted(id, time, body);
    return known().stream().anyMatch(key -> isOneOf(signatures, mac(key, signed)))
        ? Optional.empty()
        : Optional.of("no signature is right");
  }

  private List<byte[]> known() {
    return keys.stream()
        .flatMap(value -> Arrays.stream(value.split(" ", -1)))
        .filter(key -> key.startsWith(PREFIX))
        .map(key -> Base64.getDecoder().decode(key.substring(PREFIX.length())))
        .toList();
  }

  private static boolean isOneOf(String signatures, byte[] mac) {
    var expected = ("v1," + Base64.getEncoder().encodeToString(mac)).getBytes(UTF_8);
    return Arrays.stream(signatures.split(" ", -1))
        .anyMatch(one -> MessageDigest.isEqual(one.getBytes(UTF_8), expected));
  }

  private static byte[] mac(byte[] key, String signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(signed.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
