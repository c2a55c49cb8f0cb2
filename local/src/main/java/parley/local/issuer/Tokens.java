package parley.local.issuer;

import java.util.Map;
import java.util.Optional;

/** Checks the tokens that a user pool issued. */
public interface Tokens {

  /**
   * The claims of a valid ID token of the pool; empty where it is expired, of another pool, an
   * access token, or no token.
   *
   * @param poolArn the user pool's ARN, as the API's authorizer names it
   * @param token the token, without "Bearer "
   */
  Optional<Map<String, Object>> claims(String poolArn, String token);
}
