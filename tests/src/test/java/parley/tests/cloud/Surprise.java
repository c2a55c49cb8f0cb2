package parley.tests.cloud;

import software.amazon.awssdk.core.exception.SdkException;

/** Tells a failure that follows from a fault from one that nobody planned. */
final class Surprise {

  private Surprise() {}

  static boolean is(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SdkException || cause instanceof Killed) {
        return false;
      }
    }
    return !(failure instanceof IllegalStateException);
  }
}
