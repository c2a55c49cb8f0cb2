package parley.local.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in at the issuer itself, by the value of a cookie; for one hour, as Cognito's. */
final class Sessions {

  static final String COOKIE = "issuer-session";

  private static final Duration LIFE = Duration.ofHours(1);

  private final Map<String, SignedIn> sessions = new ConcurrentHashMap<>();
  private final Secrets secrets;
  private final Clock clock;

  /**
   * @param pool the pool's id
   * @param sub who
   * @param since when they gave their password
   */
  record SignedIn(String pool, String sub, Instant since) {}

  Sessions(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Begins a session; gives the cookie to set. */
  String begin(Pool pool, User user) {
    var id = secrets.next();
    sessions.put(id, new SignedIn(pool.id(), user.sub(), clock.instant()));
    return "%s=%s; Path=/; HttpOnly; SameSite=Lax; Max-Age=%d"
        .formatted(COOKIE, id, LIFE.toSeconds());
  }

  Optional<SignedIn> find(Pool pool, WebRequest request) {
    return Optional.ofNullable(sessions.get(request.cookie(COOKIE)))
        .filter(session -> session.pool.equals(pool.id()))
        .filter(session -> session.since.plus(LIFE).isAfter(clock.instant()));
  }

  /** Ends a session; gives the cookie to set. */
  String end(WebRequest request) {
    sessions.remove(request.cookie(COOKIE));
    return COOKIE + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0";
  }
}
