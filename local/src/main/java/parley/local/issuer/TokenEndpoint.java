package parley.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /oauth2/token}: tokens for codes and for refresh tokens.
 *
 * @param codes the codes that are good once
 * @param secrets where refresh tokens come from
 * @param clock the time
 */
record TokenEndpoint(Codes codes, Secrets secrets, Clock clock) {

  WebAnswer answer(Pool pool, WebRequest request) throws IOException {
    var form = form(request);
    var client = pool.clients().get(form.getOrDefault("client_id", ""));
    if (client == null || !proven(client, form.getOrDefault("client_secret", ""))) {
      return WebAnswer.error("invalid_client");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "authorization_code" -> forCode(pool, client, form);
      case "refresh_token" -> forRefresh(pool, client, form.getOrDefault("refresh_token", ""));
      case "" -> WebAnswer.error("invalid_request");
      default -> WebAnswer.error("unsupported_grant_type");
    };
  }

  /** The client that a request names, in its form or in its header; "" where it names none. */
  static String clientId(WebRequest request) {
    return form(request).getOrDefault("client_id", "");
  }

  private WebAnswer forCode(Pool pool, Client client, Map<String, String> form) throws IOException {
    var code = codes.redeem(form.getOrDefault("code", ""));
    if (code.isEmpty()
        || !code.get().grant().client().equals(client.id())
        || !code.get().redirectUri().equals(form.get("redirect_uri"))
        || !verified(code.get().challenge(), form.getOrDefault("code_verifier", ""))) {
      return WebAnswer.error("invalid_grant");
    }
    var grant = code.get().grant();
    var refresh = secrets.next();
    var now = clock.instant();
    pool.accounts().remember(refresh, grant, now.plus(client.refreshToken()), now);
    return tokens(pool, client, grant, Map.of("refresh_token", refresh));
  }

  private WebAnswer forRefresh(Pool pool, Client client, String token) {
    return pool.accounts()
        .refresh(token, clock.instant())
        .filter(grant -> grant.client().equals(client.id()))
        .map(grant -> tokens(pool, client, grant, Map.of()))
        .orElseGet(() -> WebAnswer.error("invalid_grant"));
  }

  private WebAnswer tokens(Pool pool, Client client, Grant grant, Map<String, String> more) {
    var user = pool.accounts().user(grant.sub());
    if (user.isEmpty()) {
      return WebAnswer.error("invalid_grant");
    }
    var now = clock.instant();
    var access = pool.accessToken(grant, user.get(), client, now);
    var body = new LinkedHashMap<String, Object>(more);
    if (grant.scopes().contains("openid")) {
      body.put("id_token", pool.idToken(grant, user.get(), client, now, access));
    }
    body.put("access_token", access);
    body.put("expires_in", client.accessToken().toSeconds());
    body.put("token_type", "Bearer");
    return WebAnswer.json(200, body);
  }

  private static Map<String, String> form(WebRequest request) {
    var form = new LinkedHashMap<>(request.form());
    basic(request).ifPresent(form::putAll);
    return form;
  }

  private static boolean proven(Client client, String secret) {
    return client
        .secret()
        .map(known -> MessageDigest.isEqual(known.getBytes(UTF_8), secret.getBytes(UTF_8)))
        .orElse(true);
  }

  private static boolean verified(String challenge, String verifier) {
    return challenge.isEmpty()
        || (verifier.matches("[\\w.~-]{43,128}") && Digests.sha256(verifier).equals(challenge));
  }

  private static Optional<Map<String, String>> basic(WebRequest request) {
    var header = request.header("authorization");
    if (!header.startsWith("Basic ")) {
      return Optional.empty();
    }
    var decoded = new String(Base64.getDecoder().decode(header.substring(6).strip()), UTF_8);
    var parts = decoded.split(":", 2);
    return Optional.of(
        Map.of("client_id", parts[0], "client_secret", parts.length == 2 ? parts[1] : ""));
  }
}
