package parley.local.aws;

/**
 * An access key, as a function's environment carries it.
 *
 * @param principal the logical id of whom it belongs to
 * @param accessKey twenty letters and digits; the same at every start
 * @param secret new at every start
 */
public record Credentials(String principal, String accessKey, String secret) {

  /** Without the secret, so that no log holds it. */
  @Override
  public String toString() {
    return "Credentials[%s, %s]".formatted(principal, accessKey);
  }
}
