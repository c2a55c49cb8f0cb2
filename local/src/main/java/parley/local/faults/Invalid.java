package parley.local.faults;

/** A request that cannot be done, for a reason that lies in it. */
final class Invalid extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /**
   * @param status the HTTP status
   * @param code stable, for programs
   */
  Invalid(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static Invalid rule(String message, Object... values) {
    return new Invalid(400, "invalid-rule", message.formatted(values));
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
