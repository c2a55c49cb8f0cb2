package parley.local.lambda;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One event on its way through a function. */
final class Invocation {

  private final String id = UUID.randomUUID().toString();
  private final String arn;
  private final byte[] payload;
  private final CompletableFuture<Functions.Result> result = new CompletableFuture<>();

  Invocation(String arn, byte[] payload) {
    this.arn = arn;
    this.payload = payload;
  }

  /** Lambda's request id. */
  String id() {
    return id;
  }

  /** The ARN by which it was called. */
  String arn() {
    return arn;
  }

  byte[] payload() {
    return payload;
  }

  /** What came of it; completed once. */
  CompletableFuture<Functions.Result> result() {
    return result;
  }

  /** The function answered. False where the invocation was over before. */
  boolean answer(byte[] answer) {
    return result.complete(new Functions.Result(answer, false));
  }

  /** The function failed with this error document. False where the invocation was over before. */
  boolean fail(byte[] error) {
    return result.complete(new Functions.Result(error, true));
  }
}
