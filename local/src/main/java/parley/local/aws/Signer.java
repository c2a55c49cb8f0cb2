package parley.local.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes AWS Signature Version 4, so that a call proves its access key's secret.
 *
 * <p>Paths are encoded twice, but for S3. What S3 is sent without a hash of its own is proven by
 * its headers alone: the signatures of chunks are not looked at.
 */
final class Signer {

  private static final String CONTENT_HASH = "x-amz-content-sha256";
  private static final String S3 = "s3";
  private static final HexFormat HEX = HexFormat.of();

  private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

  /** Whether the call was signed with this secret, and nothing of it was changed since. */
  boolean verifies(
      Signature signature,
      String secret,
      String method,
      String path,
      String query,
      Map<String, String> headers,
      byte[] body) {
    var declared = headers.getOrDefault(CONTENT_HASH, hash(body));
    if (!unhashed(signature, declared) && !declared.equals(hash(body))) {
      return false;
    }
    var expected = sign(signature, secret, method, path, query, headers, body);
    return MessageDigest.isEqual(expected.getBytes(UTF_8), signature.value().getBytes(UTF_8));
  }

  /** The signature that a call has, as 64 hexadecimal digits; the given one's value is not read. */
  String sign(
      Signature signature,
      String secret,
      String method,
      String path,
      String query,
      Map<String, String> headers,
      byte[] body) {
    var signed =
        signature.signedHeaders().stream()
            .map(name -> name + ":" + headers.getOrDefault(name, "").strip().replaceAll(" +", " "))
            .collect(Collectors.joining("\n", "", "\n"));
    var declared = headers.getOrDefault(CONTENT_HASH, "");
    var canonical =
        String.join(
            "\n",
            method,
            signature.service().equals(S3) ? path : path(path),
            query(query),
            signed,
            String.join(";", signature.signedHeaders()),
            unhashed(signature, declared) ? declared : hash(body));
    var toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            headers.getOrDefault("x-amz-date", ""),
            signature.scope(),
            hash(canonical.getBytes(UTF_8)));
    var key = keys.computeIfAbsent(secret + signature.scope(), k -> key(signature, secret));
    return HEX.formatHex(hmac(key, toSign));
  }

  /** Whether a word stands in the place of the body's hash, as S3 allows. */
  private static boolean unhashed(Signature signature, String contentHash) {
    return signature.service().equals(S3)
        && (contentHash.startsWith("STREAMING-") || contentHash.equals("UNSIGNED-PAYLOAD"));
  }

  private static byte[] key(Signature signature, String secret) {
    var key = ("AWS4" + secret).getBytes(UTF_8);
    for (var part : signature.scope().split("/")) {
      key = hmac(key, part);
    }
    return key;
  }

  private static String path(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(segment -> URLEncoder.encode(segment, UTF_8).replace("+", "%20").replace("*", "%2A"))
        .map(segment -> segment.replace("%7E", "~"))
        .collect(Collectors.joining("/"));
  }

  private static String query(String query) {
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.contains("=") ? pair : pair + "=")
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String hash(byte[] bytes) {
    try {
      return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java has HMAC with SHA-256", e);
    }
  }
}
