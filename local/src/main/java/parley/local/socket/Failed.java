package parley.local.socket;

/** The gateway could not serve a message. */
final class Failed extends Exception {

  private final int status;

  /**
   * @param status what the answer to a handshake would be
   * @param message what the client is told
   */
  Failed(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static Failed internally() {
    return new Failed(500, "Internal server error");
  }

  int status() {
    return status;
  }
}
