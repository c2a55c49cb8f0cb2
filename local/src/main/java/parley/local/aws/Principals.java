package parley.local.aws;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import parley.local.template.Names;

/** Who may call the endpoint: everybody with an access key of their own. Safe for many threads. */
public final class Principals {

  private static final int KEY_LETTERS = 16;
  private static final int SECRET_BYTES = 20;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, Credentials> byAccessKey = new ConcurrentHashMap<>();

  /** Gives a caller its access key. */
  public Credentials issue(Names names, Caller caller) {
    // AWS's prefixes: of a role's session, and of a user.
    var prefix = caller instanceof Caller.Function ? "ASIA" : "AKIA";
    return add(prefix + names.id("key/" + caller.name(), KEY_LETTERS), caller, () -> "");
  }

  /**
   * Gives an execution environment of a function an access key of its own, so that a call tells
   * which invocation made it.
   *
   * @param invocation the id of what the environment is busy with, or ""
   */
  public Credentials issue(Names names, Caller.Function caller, Supplier<String> invocation) {
    return add("ASIA" + names.id("key/" + secret(), KEY_LETTERS), caller, invocation);
  }

  /** The access key is nobody's from now on. */
  public void revoke(Credentials credentials) {
    byAccessKey.remove(credentials.accessKey());
  }

  private Credentials add(String letters, Caller caller, Supplier<String> invocation) {
    var accessKey = letters.toUpperCase(Locale.ROOT);
    var credentials = new Credentials(caller, accessKey, secret(), invocation);
    byAccessKey.put(accessKey, credentials);
    return credentials;
  }

  private String secret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The id of the invocation that makes a call; "" where none does. */
  public String invocation(AwsCall call) {
    return Signature.parse(call.headers().getOrDefault("authorization", ""))
        .flatMap(signature -> find(signature.accessKey()))
        .map(credentials -> credentials.invocation().get())
        .orElse("");
  }

  Optional<Credentials> find(String accessKey) {
    return Optional.ofNullable(byAccessKey.get(accessKey));
  }
}
