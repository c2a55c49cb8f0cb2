package parley.local.aws;

/**
 * An access key, as a function's environment carries it.
 *
 * @param caller whose it is
 * @param accessKey twenty letters and digits; the same at every start
 * @param secret new at every start
 */
public record Credentials(Caller caller, String accessKey, String secret) {

  /** Without the secret, so that no log holds it. */
  @Override
  public String toString() {
    return "Credentials[%s, %s]".formatted(caller, accessKey);
  }
}
