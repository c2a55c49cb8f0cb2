package parley.tests.faults;

/** It is not known whether what was asked was done. */
final class NoReply extends Exception {

  private static final long serialVersionUID = 1L;

  private NoReply(String message) {
    super(message, null, false, false);
  }

  static NoReply because(Object why) {
    return new NoReply(String.valueOf(why));
  }
}
