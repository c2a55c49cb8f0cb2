package parley.tests.matrix;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Makes tokens like a good one, but not good; it has the twin's own key, and others. */
final class Forge {

  private static final Path POOLS = Path.of("target/twin/users");
  private static final Duration WHILE = Duration.ofMinutes(1);

  private final String good;
  private final RSAKey key;
  private final RSAKey other;

  /** Likenesses of this token. */
  Forge(String good) throws IOException, ParseException, JOSEException {
    this.good = good;
    try (var pools = Files.list(POOLS)) {
      var content = new ObjectMapper().readTree(pools.findFirst().orElseThrow().toFile());
      key = RSAKey.parse(content.path("key").asText());
    }
    other = new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate();
  }

  /** The header {@code Authorization} with a token of this kind; "" for none. */
  String header(BadToken kind) throws ParseException, JOSEException {
    return switch (kind) {
      case NOTHING, IN_ADDRESS -> "";
      case EMPTY -> "Bearer ";
      case WORDS -> "Bearer let me in";
      case PASSWORD -> "Basic YWRhOkFkYS1zaWducy1pbi0x";
      default -> "Bearer " + token(kind);
    };
  }

  /** The token itself, signed as it should be: to see that a forged one fails for what is wrong. */
  String faithful() throws ParseException, JOSEException {
    return signed(like().build(), key);
  }

  private String token(BadToken kind) throws ParseException, JOSEException {
    var past = Date.from(Instant.now().minus(WHILE));
    return switch (kind) {
      case EXPIRED -> signed(like().expirationTime(past).build(), key);
      case ENDLESS -> signed(like().expirationTime(null).build(), key);
      case OTHER_CLIENT -> signed(like().audience("anotherclient").build(), key);
      case OTHER_ISSUER -> signed(like().issuer(elsewhere()).build(), key);
      case ACCESS -> signed(access(), key);
      case OTHER_KEY -> signed(like().build(), other);
      case OWN_KEY -> withKey(like().build());
      case OTHER_INSTANCE ->
          signed(like().issuer(elsewhere()).audience("anotherclient").build(), other);
      case NO_ALGORITHM -> new PlainJWT(like().build()).serialize();
      case PUBLIC_SECRET -> withPublicKeyAsSecret(like().build());
      case OTHER_PERSON -> part(0) + "." + part(signed(ofAnother(), other), 1) + "." + part(2);
      case CUT -> part(0) + "." + part(1) + ".";
      case NOTHING, EMPTY, WORDS, PASSWORD, IN_ADDRESS ->
          throw new IllegalArgumentException(kind + " is no token");
    };
  }

  private JWTClaimsSet.Builder like() throws ParseException {
    return new JWTClaimsSet.Builder(SignedJWT.parse(good).getJWTClaimsSet());
  }

  private JWTClaimsSet access() throws ParseException {
    var client = like().build().getAudience().getFirst();
    return like()
        .audience((String) null)
        .claim("token_use", "access")
        .claim("client_id", client)
        .build();
  }

  private JWTClaimsSet ofAnother() throws ParseException {
    return like().subject(Cast.GUEST.id()).build();
  }

  private String elsewhere() throws ParseException {
    return like().build().getIssuer() + "x";
  }

  private static String signed(JWTClaimsSet claims, RSAKey by) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build();
    return signed(header, claims, new RSASSASigner(by));
  }

  private String withKey(JWTClaimsSet claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(other.toPublicJWK()).build();
    return signed(header, claims, new RSASSASigner(other));
  }

  private String withPublicKeyAsSecret(JWTClaimsSet claims) throws JOSEException {
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build();
    return signed(header, claims, new MACSigner(key.toRSAPublicKey().getEncoded()));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
      throws JOSEException {
    var token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private String part(int index) {
    return part(good, index);
  }

  private static String part(String token, int index) {
    return List.of(token.split("\\.")).get(index);
  }
}
