package parley.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import parley.local.FakeStack;
import parley.local.TurnedClock;
import parley.local.template.Names;

/** An issuer with one pool, a public and a confidential client, and one person. */
abstract class IssuerCase {

  static final ObjectMapper JSON = new ObjectMapper();
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  static final Person ADA = new Person("Ada <3", "Ada@example.com", "correct horse");

  static final String TEMPLATE =
      """
      {
        "Pool": {"Type": "AWS::Cognito::UserPool", "Properties":
          {"AdminCreateUserConfig": {"AllowAdminCreateUserOnly": false},
           "Policies": {"PasswordPolicy": {"MinimumLength": 12, "RequireNumbers": true}}}},
        "Web": {"Type": "AWS::Cognito::UserPoolClient", "Properties":
          {"UserPoolId": "{{Pool}}", "AllowedOAuthFlows": ["code"], "AllowedOAuthFlowsUserPoolClient": true,
           "AllowedOAuthScopes": ["openid", "email", "profile"], "SupportedIdentityProviders": ["COGNITO"],
           "CallbackURLs": ["http://localhost:4400/"], "LogoutURLs": ["http://localhost:4400/"],
           "IdTokenValidity": 30, "AccessTokenValidity": 1, "RefreshTokenValidity": 2,
           "TokenValidityUnits": {"IdToken": "minutes", "AccessToken": "hours", "RefreshToken": "days"}}},
        "Server": {"Type": "AWS::Cognito::UserPoolClient", "Properties":
          {"UserPoolId": "{{Pool}}", "GenerateSecret": true, "AllowedOAuthFlows": ["code"],
           "AllowedOAuthScopes": ["openid"], "CallbackURLs": ["http://localhost:4400/"]}},
        "Domain": {"Type": "AWS::Cognito::UserPoolDomain", "Properties":
          {"UserPoolId": "{{Pool}}", "Domain": "demo"}}
      }
      """;

  final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-24T06:00:00Z"));
  final HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  final Names names = FakeStack.freeNames();
  @TempDir Path data;
  Issuer issuer;
  String poolId = "";
  String poolArn = "";
  String clientId = "";

  @BeforeEach
  void start() throws Exception {
    start(TEMPLATE);
  }

  void start(String template) throws Exception {
    issuer = new Issuer(data, List.of(ADA), clock);
    issuer.start(new FakeStack(names, template, List.of(issuer)));
    poolId = IssuerTypes.poolId(names, "Pool");
    poolArn = IssuerTypes.poolArn(names, "Pool");
    clientId = IssuerTypes.clientId(names, "Web");
  }

  @AfterEach
  void stop() {
    issuer.close();
    client.close();
  }

  JsonNode tokens() throws Exception {
    return JSON.readTree(redeem(parameters(signIn(ADA)).get("code")).body());
  }

  Map<String, String> asked(String... changes) {
    var asked = new LinkedHashMap<String, String>();
    asked.put("response_type", "code");
    asked.put("client_id", clientId);
    asked.put("redirect_uri", "http://localhost:4400/");
    asked.put("scope", "openid email profile");
    asked.put("state", "st&te");
    asked.put("nonce", "n-1");
    asked.put("code_challenge", CHALLENGE);
    asked.put("code_challenge_method", "S256");
    for (var i = 0; i < changes.length; i += 2) {
      asked.put(changes[i], changes[i + 1]);
    }
    return asked;
  }

  HttpResponse<String> signIn(Person person) throws Exception {
    var form = Map.of("username", person.email(), "password", person.password());
    return send(post(asked(), "/login", form));
  }

  HttpResponse<String> signUp(Person person) throws Exception {
    var form =
        Map.of("name", person.name(), "username", person.email(), "password", person.password());
    return send(post(asked(), "/signup", form));
  }

  Map<String, String> redemption(String code) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", clientId);
    form.put("code", code);
    form.put("redirect_uri", "http://localhost:4400/");
    form.put("code_verifier", VERIFIER);
    return form;
  }

  HttpResponse<String> redeem(String code) throws Exception {
    return post("/oauth2/token", redemption(code));
  }

  HttpResponse<String> refresh(String token) throws Exception {
    return post(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "client_id", clientId, "refresh_token", token));
  }

  Map<String, Object> claims(String token) throws Exception {
    var keys = send(request("/%s/.well-known/jwks.json".formatted(poolId))).body();
    var jwt = SignedJWT.parse(token);
    var key = JWKSet.parse(keys).getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt.getJWTClaimsSet().getClaims();
  }

  /** The same token with one letter of its claims changed. */
  static String forged(String token) {
    var parts = token.split("\\.");
    var changed = parts[1].charAt(20) == 'A' ? 'B' : 'A';
    return "%s.%s%s%s.%s"
        .formatted(parts[0], parts[1].substring(0, 20), changed, parts[1].substring(21), parts[2]);
  }

  HttpResponse<String> get(String path, Map<String, String> query) throws Exception {
    return send(request(path + "?" + query(query)));
  }

  HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return send(post(Map.of(), path, form));
  }

  HttpRequest.Builder post(Map<String, String> query, String path, Map<String, String> form) {
    return request(path + "?" + query(query))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(query(form)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(names.issuer() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("");
  }

  static Map<String, String> parameters(HttpResponse<String> response) {
    var query = location(response).split("\\?", 2)[1];
    return List.of(query.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
  }

  static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  static void assertError(HttpResponse<String> response, int status, String error)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).path("error").asText()).isEqualTo(error);
  }
}
