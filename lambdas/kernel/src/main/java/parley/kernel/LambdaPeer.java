package parley.kernel;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A peer behind Lambda's Invoke; its reply's body is a JSON tree. */
public final class LambdaPeer implements Peer {

  private final LambdaClient lambda;
  private final String function;

  /** The function's ARN, with the alias through which it is called. */
  public LambdaPeer(LambdaClient lambda, String function) {
    this.lambda = lambda;
    this.function = function;
  }

  @Override
  public Reply ask(Request request) {
    var response =
        lambda.invoke(
            call ->
                call.functionName(function).payload(SdkBytes.fromUtf8String(Json.write(request))));
    if (response.functionError() != null) {
      throw new IllegalStateException(
          "%s failed: %s".formatted(function, response.functionError()));
    }
    var envelope = Json.read(response.payload().asUtf8String());
    return new Reply(envelope.path("status").asInt(), envelope.path("body"));
  }
}
