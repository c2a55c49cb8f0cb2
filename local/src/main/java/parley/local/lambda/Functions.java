package parley.local.lambda;

/** Invokes the stack's functions. Safe for many threads. */
public interface Functions {

  /**
   * Invokes a function and waits for its answer.
   *
   * @param arn a function's ARN, with or without a version or an alias
   * @param payload a JSON document
   */
  Result invoke(String arn, byte[] payload);

  /**
   * What an invocation gave.
   *
   * @param payload the answer; where it failed, Lambda's {@code {"errorMessage", "errorType", …}}
   * @param failed true where the function threw, timed out or did not start
   */
  record Result(byte[] payload, boolean failed) {}
}
