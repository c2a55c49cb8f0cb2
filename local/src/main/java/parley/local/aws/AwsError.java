package parley.local.aws;

/** What an API answers to a call that it cannot do, for a reason that lies in the call. */
public final class AwsError extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;

  /**
   * @param type AWS's name of the error, such as {@code ResourceNotFoundException}
   */
  public AwsError(String type, String message) {
    super(message);
    this.type = type;
  }

  /** AWS's name of the error. */
  public String type() {
    return type;
  }
}
