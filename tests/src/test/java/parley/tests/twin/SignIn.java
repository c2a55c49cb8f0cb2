package parley.tests.twin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Signs a person in as the browser does: the authorization code flow with PKCE, through the sign-in
 * page's form.
 */
final class SignIn {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI site;

  SignIn(URI site) {
    this.site = site;
  }

  /** The ID token. */
  String idToken(String email, String password) {
    return idToken(email, password, page -> page);
  }

  /** The ID token of one who makes an account first. */
  String newcomersIdToken(String email, String password) {
    return idToken(
        email, password, page -> get(page.uri().resolve("/signup?" + page.uri().getRawQuery())));
  }

  private String idToken(
      String email, String password, UnaryOperator<HttpResponse<String>> formsPage) {
    var config = json(get(site.resolve("/config.json")).body());
    var issuer =
        json(
            get(URI.create(config.path("issuer").asText() + "/.well-known/openid-configuration"))
                .body());
    var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
    var page = signInPage(issuer, config.path("clientId").asText(), verifier);
    var code = code(submit(formsPage.apply(page), email, password));
    var tokens =
        post(
            URI.create(issuer.path("token_endpoint").asText()),
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                config.path("clientId").asText(),
                "redirect_uri",
                site + "/",
                "code",
                code,
                "code_verifier",
                verifier));
    return json(tokens.body()).path("id_token").asText();
  }

  private HttpResponse<String> signInPage(JsonNode issuer, String clientId, String verifier) {
    var query =
        form(
            Map.of(
                "response_type", "code",
                "client_id", clientId,
                "redirect_uri", site + "/",
                "scope", "openid email profile",
                "state", "state",
                "code_challenge", challenge(verifier),
                "code_challenge_method", "S256"));
    var response = get(URI.create(issuer.path("authorization_endpoint").asText() + "?" + query));
    while (response.statusCode() / 100 == 3) {
      response =
          get(response.uri().resolve(response.headers().firstValue("location").orElseThrow()));
    }
    return response;
  }

  private HttpResponse<String> submit(HttpResponse<String> page, String email, String password) {
    var action = ACTION.matcher(page.body());
    var target =
        action.find() ? page.uri().resolve(action.group(1).replace("&amp;", "&")) : page.uri();
    var fields = new TreeMap<String, String>();
    INPUT
        .matcher(page.body())
        .results()
        .map(result -> result.group())
        .filter(input -> !attribute(input, "name").isEmpty())
        .forEach(
            input ->
                fields.put(
                    attribute(input, "name"),
                    switch (attribute(input, "type")) {
                      case "password" -> password;
                      case "hidden" -> attribute(input, "value").replace("&amp;", "&");
                      default -> email;
                    }));
    return post(target, fields);
  }

  private static String code(HttpResponse<String> response) {
    var location =
        response
            .headers()
            .firstValue("location")
            .orElseThrow(() -> new IllegalStateException("not signed in: " + response.body()));
    return URLDecoder.decode(
        location.replaceFirst(".*[?&]code=([^&]+).*", "$1"), StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(URI uri) {
    return send(HttpRequest.newBuilder(uri).build());
  }

  private HttpResponse<String> post(URI uri, Map<String, String> fields) {
    return send(
        HttpRequest.newBuilder(uri)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", uri.getScheme() + "://" + uri.getAuthority())
            .POST(BodyPublishers.ofString(form(fields)))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String attribute(String input, String name) {
    var matcher = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(input);
    return matcher.find() ? matcher.group(1) : "";
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
