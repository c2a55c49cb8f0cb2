package parley.local.template;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The names that the twin gives: the same for the same stack and logical id at every start, so that
 * data is found again.
 *
 * @param stack the stack's name
 * @param region such as {@code us-east-1}
 * @param account twelve digits
 * @param site where CloudFront's distribution answers, such as {@code http://localhost:4400}
 * @param issuer where the user pools answer, such as {@code http://localhost:4401}
 * @param aws the one endpoint of all AWS APIs, such as {@code http://localhost:4402}
 */
public record Names(String stack, String region, String account, URI site, URI issuer, URI aws) {

  private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

  /** A physical name as CloudFormation would make one: {@code stack-LogicalId-suffix}. */
  public String physical(String logicalId) {
    return "%s-%s-%s".formatted(stack, logicalId, id(logicalId, 12).toUpperCase(Locale.ROOT));
  }

  /** An id of lower-case letters and digits, such as an API's. */
  public String id(String logicalId, int length) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256")
              .digest((stack + "/" + logicalId).getBytes(StandardCharsets.UTF_8));
      var id = new StringBuilder();
      for (var i = 0; i < length; i++) {
        id.append(DIGITS.charAt(Byte.toUnsignedInt(digest[i]) % DIGITS.length()));
      }
      return id.toString();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /** {@code arn:aws:SERVICE:REGION:ACCOUNT:RESOURCE}. */
  public String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region, account, resource);
  }
}
