package parley.local.issuer;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;

/** What a pool says of itself to clients (OpenID Connect Discovery 1.0). */
final class Discovery {

  private Discovery() {}

  static WebAnswer configuration(Pool pool, URI issuer) {
    var about = new LinkedHashMap<String, Object>();
    about.put("issuer", pool.issuer());
    about.put("authorization_endpoint", issuer + "/oauth2/authorize");
    about.put("token_endpoint", issuer + "/oauth2/token");
    about.put("userinfo_endpoint", issuer + "/oauth2/userInfo");
    about.put("revocation_endpoint", issuer + "/oauth2/revoke");
    about.put("end_session_endpoint", issuer + "/logout");
    about.put("jwks_uri", pool.issuer() + "/.well-known/jwks.json");
    about.put("response_types_supported", List.of("code"));
    about.put("subject_types_supported", List.of("public"));
    about.put("id_token_signing_alg_values_supported", List.of("RS256"));
    about.put("scopes_supported", List.of("openid", "email", "phone", "profile"));
    about.put(
        "token_endpoint_auth_methods_supported",
        List.of("client_secret_basic", "client_secret_post", "none"));
    about.put("code_challenge_methods_supported", List.of("S256"));
    return WebAnswer.json(200, about);
  }

  static WebAnswer keys(Pool pool) {
    return WebAnswer.json(200, new JWKSet(pool.accounts().key()).toJSONObject(true));
  }

  /** {@code /oauth2/userInfo}: who holds this access token. */
  static WebAnswer user(Grantee grantee) {
    var about = new LinkedHashMap<String, Object>();
    var user = grantee.user();
    about.put("sub", user.sub());
    if (grantee.scopes().contains("email")) {
      about.put("email", user.email());
      about.put("email_verified", "true");
    }
    if (grantee.scopes().contains("profile")) {
      about.put("name", user.name());
    }
    about.put("username", user.sub());
    return WebAnswer.json(200, about);
  }

  /**
   * @param user who allowed it
   * @param scopes what they allowed
   */
  record Grantee(User user, List<String> scopes) {}
}
