package parley.tests.cloud;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ServiceException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** Lambda, as functions ask each other. */
record Peers(Cloud cloud) implements LambdaClient {

  @Override
  public InvokeResponse invoke(InvokeRequest request) {
    var plan = Invocation.current().plan();
    var answer = cloud.ask(request.functionName(), request.payload().asUtf8String(), plan);
    return answer == null
        ? InvokeResponse.builder().statusCode(200).functionError("Unhandled").build()
        : InvokeResponse.builder().statusCode(200).payload(SdkBytes.fromUtf8String(answer)).build();
  }

  static Object failing(Fault fault, SdkRequest request, Flaw.Call call) throws Throwable {
    if (fault == Fault.PEER_ANSWER_LOST) {
      Edge.quietly(request, call);
      throw ServiceException.builder().message("it failed").statusCode(500).build();
    }
    throw TooManyRequestsException.builder().message("too many run").statusCode(429).build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {}
}
