package parley.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A user pool: who may sign in, to what, and the tokens that say so.
 *
 * @param id such as {@code us-east-1_abc}
 * @param arn the pool's ARN
 * @param issuer the address that its tokens name
 * @param signUp whether people may make accounts themselves
 * @param rules what it asks of passwords
 * @param clients by id
 * @param accounts who there is
 */
record Pool(
    String id,
    String arn,
    String issuer,
    boolean signUp,
    PasswordRules rules,
    Map<String, Client> clients,
    Accounts accounts) {

  String accessToken(Grant grant, User user, Client client, Instant now) {
    return sign(
        claims(grant, now, client.accessToken())
            .claim("token_use", "access")
            .claim("client_id", client.id())
            .claim("scope", String.join(" ", grant.scopes()))
            .claim("version", 2)
            .claim("username", user.sub())
            .build());
  }

  String idToken(Grant grant, User user, Client client, Instant now, String accessToken) {
    var claims =
        claims(grant, now, client.idToken())
            .claim("token_use", "id")
            .audience(client.id())
            .claim("at_hash", Digests.leftHalf(accessToken))
            .claim("cognito:username", user.sub())
            .claim("email", user.email())
            .claim("email_verified", true)
            .claim("name", user.name());
    if (!grant.nonce().isEmpty()) {
      claims.claim("nonce", grant.nonce());
    }
    return sign(claims.build());
  }

  /**
   * The claims of a token of this pool that is good now.
   *
   * @param use {@code id} or {@code access}
   */
  Optional<JWTClaimsSet> verify(String token, String use, Instant now) {
    try {
      var jwt = SignedJWT.parse(token);
      var claims = jwt.getJWTClaimsSet();
      var good =
          jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
              && jwt.verify(new RSASSAVerifier(accounts.key().toRSAPublicKey()))
              && issuer.equals(claims.getIssuer())
              && use.equals(claims.getStringClaim("token_use"))
              && claims.getExpirationTime() != null
              && claims.getExpirationTime().toInstant().isAfter(now)
              && clients.containsKey(client(claims, use));
      return good ? Optional.of(claims) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static String client(JWTClaimsSet claims, String use) throws ParseException {
    return use.equals("id")
        ? String.join(" ", claims.getAudience())
        : claims.getStringClaim("client_id");
  }

  private JWTClaimsSet.Builder claims(Grant grant, Instant now, Duration validity) {
    return new JWTClaimsSet.Builder()
        .subject(grant.sub())
        .issuer(issuer)
        .claim("origin_jti", grant.originJti())
        .jwtID(UUID.randomUUID().toString())
        .claim("auth_time", grant.authTime().getEpochSecond())
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(validity)));
  }

  private String sign(JWTClaimsSet claims) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(accounts.key().getKeyID());
      var jwt = new SignedJWT(header.build(), claims);
      jwt.sign(new RSASSASigner(accounts.key()));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("the pool's key signs nothing", e);
    }
  }
}
