package parley.local.issuer;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Authorization codes: each is good once, and for Cognito's five minutes. */
final class Codes {

  private static final Duration LIFE = Duration.ofMinutes(5);

  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final Secrets secrets;
  private final Clock clock;

  Codes(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  String issue(Grant grant, String redirectUri, String challenge) {
    codes.values().removeIf(code -> !code.expires().isAfter(clock.instant()));
    var code = secrets.next();
    codes.put(code, new Code(grant, redirectUri, challenge, clock.instant().plus(LIFE)));
    return code;
  }

  Optional<Code> redeem(String code) {
    return Optional.ofNullable(codes.remove(code))
        .filter(found -> found.expires().isAfter(clock.instant()));
  }
}
