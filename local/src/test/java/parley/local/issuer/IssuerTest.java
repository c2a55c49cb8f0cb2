package parley.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.local.FakeStack;
import parley.local.RawRequest;
import parley.local.TurnedClock;
import parley.local.template.Names;

final class IssuerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
  private static final Person ADA = new Person("Ada <3", "Ada@example.com", "correct horse");

  private static final String TEMPLATE =
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

  private final TurnedClock clock = new TurnedClock(Instant.parse("2026-11-24T06:00:00Z"));
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final Names names = FakeStack.freeNames();
  private @TempDir Path data;
  private Issuer issuer;
  private String poolId = "";
  private String poolArn = "";
  private String clientId = "";

  @BeforeEach
  void start() throws Exception {
    start(TEMPLATE);
  }

  private void start(String template) throws Exception {
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

  @Test
  void aNameThatOnlyPointsHereIsNotAnswered() throws Exception {
    var port = names.issuer().getPort();

    assertThat(RawRequest.status(port, "localhost:" + port)).isEqualTo(404);
    assertThat(RawRequest.status(port, "127.0.0.1:" + port)).isEqualTo(404);
    assertThat(RawRequest.status(port, "rebound.example:" + port)).isEqualTo(421);
  }

  @Test
  void aPersonSignsInWithCodeAndPkce() throws Exception {
    var page = get("/oauth2/authorize", asked());
    assertThat(page.statusCode()).isEqualTo(302);
    assertThat(location(page)).startsWith("/login?");
    var form = send(request(URI.create(location(page)).toString()));
    assertThat(form.body()).contains("<label>Email", "<label>Password", "Create an account");
    assertThat(form.headers().firstValue("content-security-policy").orElseThrow())
        .contains("form-action 'self' http://localhost:4400;");

    var back = signIn(ADA);
    assertThat(location(back)).startsWith("http://localhost:4400/?code=");
    assertThat(parameters(back)).containsEntry("state", "st&te");
    var tokens = JSON.readTree(redeem(parameters(back).get("code")).body());

    assertThat(tokens.path("token_type").asText()).isEqualTo("Bearer");
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(3600);
    var id = claims(tokens.path("id_token").asText());
    assertThat(id)
        .containsEntry("iss", names.issuer() + "/" + poolId)
        .containsEntry("aud", List.of(clientId))
        .containsEntry("token_use", "id")
        .containsEntry("email", "ada@example.com")
        .containsEntry("email_verified", true)
        .containsEntry("name", "Ada <3")
        .containsEntry("nonce", "n-1")
        .containsEntry("auth_time", clock.instant().getEpochSecond())
        .containsEntry("at_hash", Digests.leftHalf(tokens.path("access_token").asText()))
        .containsKeys("sub", "jti", "origin_jti", "iat", "cognito:username");
    var access = claims(tokens.path("access_token").asText());
    assertThat(access)
        .containsEntry("token_use", "access")
        .containsEntry("client_id", clientId)
        .containsEntry("sub", id.get("sub"))
        .containsEntry("username", id.get("cognito:username"))
        .doesNotContainKey("aud");
    assertThat(access.get("scope").toString().split(" "))
        .containsExactlyInAnyOrder("openid", "email", "profile");
  }

  @Test
  void anIdTokenIsGoodForTheAuthorizerUntilItExpires() throws Exception {
    var tokens = tokens();
    var id = tokens.path("id_token").asText();

    assertThat(issuer.claims(poolArn, id).orElseThrow()).containsEntry("name", "Ada <3");
    assertThat(issuer.claims(poolArn, tokens.path("access_token").asText())).isEmpty();
    assertThat(issuer.claims(poolArn + "x", id)).isEmpty();
    assertThat(issuer.claims(poolArn, "")).isEmpty();
    assertThat(issuer.claims(poolArn, forged(id))).isEmpty();

    clock.turn(Duration.ofMinutes(30));
    assertThat(issuer.claims(poolArn, id)).isEmpty();
  }

  @Test
  void aCodeIsGoodOnce() throws Exception {
    var code = parameters(signIn(ADA)).get("code");

    assertThat(redeem(code).statusCode()).isEqualTo(200);
    assertError(redeem(code), 400, "invalid_grant");
  }

  @Test
  void aCodeIsGoodForFiveMinutes() throws Exception {
    var code = parameters(signIn(ADA)).get("code");
    clock.turn(Duration.ofMinutes(5));

    assertError(redeem(code), 400, "invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, invalid_grant",
    "code_verifier, '', invalid_grant",
    "redirect_uri, http://localhost:4400, invalid_grant",
    "grant_type, password, unsupported_grant_type",
    "client_id, nobody, invalid_client"
  })
  void aRequestForTokensThatIsWrongIsRefused(String name, String value, String error)
      throws Exception {
    var form = redemption(parameters(signIn(ADA)).get("code"));
    form.put(name, value);

    assertError(post("/oauth2/token", form), error.equals("invalid_client") ? 401 : 400, error);
  }

  @Test
  void aRefreshTokenGivesNewTokensUntilItExpiresOrIsRevoked() throws Exception {
    var first = tokens();
    var refresh = first.path("refresh_token").asText();
    clock.turn(Duration.ofHours(1));

    var second = JSON.readTree(refresh(refresh).body());
    var id = claims(second.path("id_token").asText());

    assertThat(id)
        .containsEntry("auth_time", clock.instant().minus(Duration.ofHours(1)).getEpochSecond())
        .containsEntry("origin_jti", claims(first.path("id_token").asText()).get("origin_jti"));
    assertThat(issuer.claims(poolArn, second.path("id_token").asText())).isPresent();
    assertThat(second.has("refresh_token")).isFalse();

    assertThat(post("/oauth2/revoke", Map.of("token", refresh, "client_id", clientId)).statusCode())
        .isEqualTo(200);
    assertError(refresh(refresh), 400, "invalid_grant");

    var other = tokens().path("refresh_token").asText();
    clock.turn(Duration.ofDays(2));
    assertError(refresh(other), 400, "invalid_grant");
  }

  @Test
  void peopleKeysAndRefreshTokensOutliveARestart() throws Exception {
    var tokens = tokens();
    issuer.close();
    start();

    assertThat(issuer.claims(poolArn, tokens.path("id_token").asText())).isPresent();
    assertThat(refresh(tokens.path("refresh_token").asText()).statusCode()).isEqualTo(200);
    assertThat(location(signIn(ADA))).contains("code=");
  }

  @Test
  void neitherPasswordsNorRefreshTokensAreKeptInTheClear() throws Exception {
    var refresh = tokens().path("refresh_token").asText();

    assertThat(Files.readString(data.resolve("users").resolve(poolId + ".json")))
        .contains("ada@example.com")
        .doesNotContain(ADA.password(), refresh);
  }

  @Test
  void whoIsSignedInGetsTheNextCodeAtOnceUntilTheySignOut() throws Exception {
    signIn(ADA);
    assertThat(location(get("/oauth2/authorize", asked())))
        .startsWith("http://localhost:4400/?code=");

    var out = get("/logout", Map.of("client_id", clientId, "logout_uri", "http://localhost:4400/"));

    assertThat(location(out)).isEqualTo("http://localhost:4400/");
    assertThat(location(get("/oauth2/authorize", asked()))).startsWith("/login?");
    assertThat(location(get("/oauth2/authorize", asked("prompt", "none"))))
        .isEqualTo("http://localhost:4400/?error=login_required&state=st%26te");
  }

  @Test
  void aSessionEndsAfterAnHour() throws Exception {
    signIn(ADA);
    clock.turn(Duration.ofHours(1));

    assertThat(location(get("/oauth2/authorize", asked()))).startsWith("/login?");
  }

  @Test
  void aWrongPasswordAndAnUnknownAddressLookTheSame() throws Exception {
    var wrong = signIn(new Person("", ADA.email(), "wrong"));
    var unknown = signIn(new Person("", "Ada@example.co", "wrong"));

    assertThat(wrong.statusCode()).isEqualTo(200);
    assertThat(wrong.body())
        .contains("role=\"alert\">Incorrect username or password.")
        .isEqualTo(unknown.body().replace("example.co\"", "example.com\""));
  }

  @ParameterizedTest
  @CsvSource({
    "redirect_uri, http://localhost:4400/x",
    "redirect_uri, http://localhost:4400",
    "client_id, nobody"
  })
  void anUnknownClientOrAddressIsNeverRedirectedTo(String name, String value) throws Exception {
    var page = get("/oauth2/authorize", asked(name, value));

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.headers().firstValue("location")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "scope, openid admin, invalid_scope",
    "code_challenge, '', invalid_request",
    "code_challenge_method, plain, invalid_request"
  })
  void aRequestThatIsWrongIsToldToTheClient(String name, String value, String error)
      throws Exception {
    assertThat(location(get("/oauth2/authorize", asked(name, value))))
        .isEqualTo("http://localhost:4400/?error=%s&state=st%%26te".formatted(error));
  }

  @Test
  void aClientWithASecretMustProveIt() throws Exception {
    clientId = IssuerTypes.clientId(names, "Server");
    var asked = asked("scope", "openid");
    asked.remove("code_challenge");
    var back =
        send(post(asked, "/login", Map.of("username", ADA.email(), "password", ADA.password())));
    var form = redemption(parameters(back).get("code"));
    form.remove("code_verifier");

    assertError(post("/oauth2/token", form), 401, "invalid_client");

    form.put("client_secret", IssuerTypes.clientSecret(names, "Server"));
    assertThat(post("/oauth2/token", form).statusCode()).isEqualTo(200);
  }

  @Test
  void aNewPersonMakesAnAccountAndIsSignedIn() throws Exception {
    var grace = new Person("Grace", "grace@example.com", "compiler 1952");

    assertThat(signUp(new Person("", grace.email(), grace.password())).body())
        .contains("Your name is missing.");
    assertThat(signUp(new Person("Grace", "grace", grace.password())).body())
        .contains("not an email address");
    assertThat(signUp(new Person("Grace", grace.email(), "short 1")).body())
        .contains("at least 12 characters");
    assertThat(signUp(new Person("Grace", grace.email(), "no number here")).body())
        .contains("needs a digit");
    assertThat(signUp(new Person("<b>", ADA.email(), grace.password())).body())
        .contains("already exists", "value=\"&lt;b&gt;\"");

    var back = signUp(grace);
    var tokens = JSON.readTree(redeem(parameters(back).get("code")).body());
    assertThat(claims(tokens.path("id_token").asText())).containsEntry("name", "Grace");
    assertThat(location(signIn(grace))).contains("code=");
  }

  @Test
  void whereAccountsAreMadeByAnAdministratorThereIsNoSignUp() throws Exception {
    issuer.close();
    start(
        TEMPLATE.replace(
            "\"AllowAdminCreateUserOnly\": false", "\"AllowAdminCreateUserOnly\": true"));

    assertThat(send(request("/login?" + query(asked()))).body()).doesNotContain("/signup");
    assertThat(signUp(new Person("Grace", "grace@example.com", "compiler 1952")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFormOfAnotherSiteIsRefused() throws Exception {
    var request =
        post(asked(), "/login", Map.of("username", ADA.email(), "password", ADA.password()));

    assertThat(send(request.header("Origin", "http://evil.example")).statusCode()).isEqualTo(403);
    assertThat(send(request.setHeader("Origin", names.issuer().toString())).statusCode())
        .isEqualTo(302);
  }

  @Test
  void userInfoTellsWhoHoldsTheAccessToken() throws Exception {
    var tokens = tokens();
    var request = request("/oauth2/userInfo");

    var about =
        send(request.header("Authorization", "Bearer " + tokens.path("access_token").asText()));
    assertThat(JSON.readTree(about.body()).path("email").asText()).isEqualTo("ada@example.com");
    assertThat(
            send(request.setHeader("Authorization", "Bearer " + tokens.path("id_token").asText()))
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void discoveryLeadsToEverything() throws Exception {
    var about =
        JSON.readTree(
            send(request("/%s/.well-known/openid-configuration".formatted(poolId))).body());

    assertThat(about.path("issuer").asText()).isEqualTo(names.issuer() + "/" + poolId);
    assertThat(about.path("token_endpoint").asText()).isEqualTo(names.issuer() + "/oauth2/token");
    assertThat(about.path("jwks_uri").asText())
        .isEqualTo(names.issuer() + "/" + poolId + "/.well-known/jwks.json");
  }

  @Test
  void theSitesPagesMayReadTheAnswers() throws Exception {
    var path = "/%s/.well-known/jwks.json".formatted(poolId);
    var site = send(request(path).header("Origin", names.site().toString()));
    var evil = send(request(path).header("Origin", "http://evil.example"));
    var ask =
        send(
            request("/oauth2/token")
                .header("Origin", names.site().toString())
                .method("OPTIONS", BodyPublishers.noBody()));

    assertThat(site.headers().firstValue("access-control-allow-origin"))
        .hasValue(names.site().toString());
    assertThat(site.body()).doesNotContain("\"d\"");
    assertThat(evil.headers().firstValue("access-control-allow-origin")).isEmpty();
    assertThat(ask.statusCode()).isEqualTo(204);
  }

  @Test
  void anotherProviderStopsTheStart() {
    issuer.close();
    assertThatThrownBy(() -> start(TEMPLATE.replace("\"COGNITO\"", "\"Okta\"")))
        .hasMessageContaining(
            "SupportedIdentityProviders is [Okta]; the twin implements [COGNITO]");
  }

  private JsonNode tokens() throws Exception {
    return JSON.readTree(redeem(parameters(signIn(ADA)).get("code")).body());
  }

  private Map<String, String> asked(String... changes) {
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

  private HttpResponse<String> signIn(Person person) throws Exception {
    var form = Map.of("username", person.email(), "password", person.password());
    return send(post(asked(), "/login", form));
  }

  private HttpResponse<String> signUp(Person person) throws Exception {
    var form =
        Map.of("name", person.name(), "username", person.email(), "password", person.password());
    return send(post(asked(), "/signup", form));
  }

  private Map<String, String> redemption(String code) {
    var form = new HashMap<String, String>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", clientId);
    form.put("code", code);
    form.put("redirect_uri", "http://localhost:4400/");
    form.put("code_verifier", VERIFIER);
    return form;
  }

  private HttpResponse<String> redeem(String code) throws Exception {
    return post("/oauth2/token", redemption(code));
  }

  private HttpResponse<String> refresh(String token) throws Exception {
    return post(
        "/oauth2/token",
        Map.of("grant_type", "refresh_token", "client_id", clientId, "refresh_token", token));
  }

  private Map<String, Object> claims(String token) throws Exception {
    var keys = send(request("/%s/.well-known/jwks.json".formatted(poolId))).body();
    var jwt = SignedJWT.parse(token);
    var key = JWKSet.parse(keys).getKeyByKeyId(jwt.getHeader().getKeyID()).toRSAKey();
    assertThat(jwt.verify(new RSASSAVerifier(key))).isTrue();
    return jwt.getJWTClaimsSet().getClaims();
  }

  /** The same token with one letter of its claims changed. */
  private static String forged(String token) {
    var parts = token.split("\\.");
    var changed = parts[1].charAt(20) == 'A' ? 'B' : 'A';
    return "%s.%s%s%s.%s"
        .formatted(parts[0], parts[1].substring(0, 20), changed, parts[1].substring(21), parts[2]);
  }

  private HttpResponse<String> get(String path, Map<String, String> query) throws Exception {
    return send(request(path + "?" + query(query)));
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return send(post(Map.of(), path, form));
  }

  private HttpRequest.Builder post(
      Map<String, String> query, String path, Map<String, String> form) {
    return request(path + "?" + query(query))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(query(form)));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(names.issuer() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("location").orElse("");
  }

  private static Map<String, String> parameters(HttpResponse<String> response) {
    var query = location(response).split("\\?", 2)[1];
    return List.of(query.split("&")).stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], UTF_8)));
  }

  private static String query(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static void assertError(HttpResponse<String> response, int status, String error)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(JSON.readTree(response.body()).path("error").asText()).isEqualTo(error);
  }
}
