package parley.local.issuer;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuer's addresses, and what each of them does. */
final class Endpoints {

  private final URI issuer;
  private final Collection<Pool> pools;
  private final Clock clock;
  private final TokenEndpoint tokens;
  private final SignInPages pages;

  Endpoints(URI issuer, Collection<Pool> pools, Clock clock, SecureRandom random) {
    this.issuer = issuer;
    this.pools = pools;
    this.clock = clock;
    var secrets = new Secrets(random);
    var codes = new Codes(secrets, clock);
    this.tokens = new TokenEndpoint(codes, secrets, clock);
    this.pages = new SignInPages(codes, new Sessions(secrets, clock), clock);
  }

  WebAnswer answer(WebRequest request) throws IOException {
    try {
      return switch (request.method() + " " + request.path()) {
        case "GET /style.css" ->
            new WebAnswer(200, Map.of("Content-Type", "text/css;charset=UTF-8"), Html.STYLE);
        case "GET /oauth2/userInfo", "POST /oauth2/userInfo" -> userInfo(request);
        case "POST /oauth2/token" ->
            poolOf(request)
                .map(pool -> token(pool, request))
                .orElse(WebAnswer.error("invalid_client"));
        case "POST /oauth2/revoke" -> revoke(request);
        case "GET /oauth2/authorize",
            "GET /login",
            "POST /login",
            "GET /signup",
            "POST /signup",
            "GET /logout" ->
            page(request);
        default -> wellKnown(request);
      };
    } catch (IllegalArgumentException e) {
      return WebAnswer.error("invalid_request");
    }
  }

  private WebAnswer page(WebRequest request) throws IOException {
    var id = request.asked().getOrDefault("client_id", "");
    var pool = pools.stream().filter(p -> p.clients().containsKey(id)).findFirst();
    if (pool.isEmpty()) {
      return Html.page(400, Html.error("There is no client of that id."), "");
    }
    if (foreign(request)) {
      return Html.page(403, Html.error("That form came from another site."), "");
    }
    var client = pool.get().clients().get(id);
    if (request.path().equals("/logout")) {
      return pages.signOut(client, request);
    }
    try {
      var asked = Asked.of(client, request.asked());
      return switch (request.path()) {
        case "/oauth2/authorize" -> pages.authorize(pool.get(), asked, request);
        case "/login" -> pages.signIn(pool.get(), asked, request);
        default ->
            pool.get().signUp()
                ? pages.signUp(pool.get(), asked, request)
                : Html.page(404, Html.error("Accounts are made by an administrator here."), "");
      };
    } catch (Asked.Unsafe e) {
      return Html.page(400, Html.error(String.valueOf(e.getMessage())), "");
    } catch (Asked.Refused e) {
      return e.answer();
    }
  }

  /** Whether another site's page sent a form here. */
  private boolean foreign(WebRequest request) {
    var origin = request.header("origin");
    return request.method().equals("POST")
        && !origin.isEmpty()
        && !origin.equals(issuer.toString());
  }

  private WebAnswer token(Pool pool, WebRequest request) {
    try {
      return tokens.answer(pool, request);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private WebAnswer revoke(WebRequest request) throws IOException {
    var pool = poolOf(request);
    if (pool.isEmpty()) {
      return WebAnswer.error("invalid_client");
    }
    pool.get().accounts().revoke(request.form().getOrDefault("token", ""));
    return new WebAnswer(200, Map.of(), "");
  }

  private WebAnswer userInfo(WebRequest request) {
    var token = request.header("authorization").replaceFirst("^(?i)bearer +", "");
    for (var pool : pools) {
      var claims = pool.verify(token, "access", clock.instant());
      var user = claims.flatMap(c -> pool.accounts().user(c.getSubject()));
      if (user.isPresent()) {
        var scopes = List.of(String.valueOf(claims.get().getClaim("scope")).split(" "));
        return Discovery.user(new Discovery.Grantee(user.get(), scopes));
      }
    }
    return WebAnswer.json(401, Map.of("error", "invalid_token"))
        .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  }

  private Optional<Pool> poolOf(WebRequest request) {
    var id = TokenEndpoint.clientId(request);
    return pools.stream().filter(pool -> pool.clients().containsKey(id)).findFirst();
  }

  private WebAnswer wellKnown(WebRequest request) {
    for (var pool : pools) {
      var base = "/" + pool.id() + "/.well-known/";
      if (request.path().equals(base + "openid-configuration")) {
        return Discovery.configuration(pool, issuer);
      }
      if (request.path().equals(base + "jwks.json")) {
        return Discovery.keys(pool);
      }
    }
    return WebAnswer.json(404, Map.of("error", "not_found"));
  }
}
