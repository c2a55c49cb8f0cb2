package parley.local.gateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.local.gateway.Refused.Reason;
import parley.local.issuer.Tokens;

/**
 * A COGNITO_USER_POOLS authorizer.
 *
 * @param header the header that holds the token
 * @param pools the ARNs of the pools whose tokens it accepts
 * @param tokens checks them
 */
record Authorizer(String header, List<String> pools, Tokens tokens) {

  private static final String BEARER = "bearer ";

  /** What {@code $context.authorizer} gives. */
  Map<String, Object> authorize(RestRequest request) throws Refused {
    var token = request.header(header).map(Authorizer::bare).orElse("");
    return pools.stream()
        .flatMap(pool -> tokens.claims(pool, token).stream())
        .findFirst()
        .map(Authorizer::context)
        .orElseThrow(() -> new Refused(Reason.UNAUTHORIZED));
  }

  private static Map<String, Object> context(Map<String, Object> claims) {
    var texts = new HashMap<String, String>();
    claims.forEach((name, value) -> texts.put(name, text(value)));
    return Map.of("claims", texts, "principalId", texts.getOrDefault("sub", ""));
  }

  private static String text(Object value) {
    return value instanceof List<?> all
        ? all.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  private static String bare(String value) {
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? value.substring(BEARER.length()).strip()
        : value.strip();
  }
}
