package parley.local.aws;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import parley.local.template.Names;

/** Who may call the endpoint: everybody with an access key of their own. */
public final class Principals {

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Credentials> byAccessKey = new ConcurrentHashMap<>();

  /** Gives a caller its access key. */
  public Credentials issue(Names names, Caller caller) {
    var bytes = new byte[20];
    random.nextBytes(bytes);
    // AWS's prefixes: of a role's session, and of a user.
    var prefix = caller instanceof Caller.Function ? "ASIA" : "AKIA";
    var accessKey = prefix + names.id("key/" + caller.name(), 16).toUpperCase(Locale.ROOT);
    var credentials = new Credentials(caller, accessKey, HexFormat.of().formatHex(bytes));
    byAccessKey.put(accessKey, credentials);
    return credentials;
  }

  Optional<Credentials> find(String accessKey) {
    return Optional.ofNullable(byAccessKey.get(accessKey));
  }
}
