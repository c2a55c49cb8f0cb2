package parley.local.aws;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a SigV4 {@code Authorization} header says.
 *
 * @param accessKey whose key signed
 * @param date such as {@code 20260131}
 * @param region the credential scope's region
 * @param service the credential scope's service: the signing name
 * @param signedHeaders in their order, in lower case
 * @param value the signature, 64 hexadecimal digits
 */
record Signature(
    String accessKey,
    String date,
    String region,
    String service,
    List<String> signedHeaders,
    String value) {

  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=([^/,]+)/(\\d{8})/([^/,]+)/([^/,]+)/aws4_request,"
              + " *SignedHeaders=([^, ]+), *Signature=([0-9a-f]{64})");

  /** Reads the header; empty where it is none of that form. */
  static Optional<Signature> parse(String authorization) {
    var match = HEADER.matcher(authorization.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new Signature(
            match.group(1),
            match.group(2),
            match.group(3),
            match.group(4),
            List.of(match.group(5).split(";")),
            match.group(6)));
  }

  /** {@code DATE/REGION/SERVICE/aws4_request}. */
  String scope() {
    return "%s/%s/%s/aws4_request".formatted(date, region, service);
  }
}
