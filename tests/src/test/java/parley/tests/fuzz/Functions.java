package parley.tests.fuzz;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import parley.tests.twin.Profile;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * The running twin's functions by the names of their classes, such as {@code messages.SendMessage}.
 */
record Functions(LambdaClient lambda, Map<String, String> physical) implements AutoCloseable {

  static Functions ofTwin() {
    var lambda = Profile.client(LambdaClient.builder());
    var physical = new TreeMap<String, String>();
    lambda.listFunctionsPaginator().functions().stream()
        .filter(function -> function.handler().startsWith("parley."))
        .forEach(function -> physical.put(name(function), function.functionName()));
    return new Functions(lambda, physical);
  }

  Set<String> names() {
    return physical.keySet();
  }

  InvokeResponse invoke(String name, String payload) {
    return lambda.invoke(
        call -> call.functionName(physical.get(name)).payload(SdkBytes.fromUtf8String(payload)));
  }

  @Override
  public void close() {
    lambda.close();
  }

  private static String name(FunctionConfiguration function) {
    return function.handler().replaceFirst("^parley\\.", "").replaceFirst("Handler$", "");
  }
}
