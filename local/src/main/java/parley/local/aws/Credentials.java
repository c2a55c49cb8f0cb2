package parley.local.aws;

import java.util.function.Supplier;

/**
 * An access key, as a function's environment carries it.
 *
 * @param caller whose it is
 * @param accessKey twenty letters and digits; the same at every start
 * @param secret new at every start
 * @param invocation what the caller is busy with: an invocation's id, or ""
 */
public record Credentials(
    Caller caller, String accessKey, String secret, Supplier<String> invocation) {

  /** Without the secret, so that no log holds it. */
  @Override
  public String toString() {
    return "Credentials[%s, %s]".formatted(caller, accessKey);
  }
}
