package parley.tests.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.tests.twin.Profile;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** Every function, and the API that reaches sockets, called past API Gateway. */
class SignaturesMatrixTest {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);

  private enum Signature {
    NONE,
    UNKNOWN_KEY,
    WRONG_SECRET,
    OTHER_BODY,
    GOOD
  }

  @TestFactory
  Stream<DynamicTest> noFunctionAnswersWhoDoesNotSign() {
    try (var lambda = Profile.client(LambdaClient.builder())) {
      var functions =
          lambda.listFunctionsPaginator().functions().stream()
              .map(FunctionConfiguration::functionName)
              .filter(name -> !name.contains("CustomCDK"))
              .toList();
      System.out.printf(
          "access matrix: %d cells of signatures%n",
          (functions.size() + 2) * (Signature.values().length - 1));
      return functions.stream()
          .map(
              name ->
                  dynamicTest(
                      name,
                      () ->
                          assertOnlyGood(
                              "POST",
                              "/2015-03-31/functions/%s/invocations".formatted(name),
                              "lambda",
                              204)));
    }
  }

  /** By the address that functions know it by; who signs hears that such a socket is gone. */
  @TestFactory
  Stream<DynamicTest> noSocketIsReachedByWhoDoesNotSign() {
    try (var lambda = Profile.client(LambdaClient.builder())) {
      var address =
          lambda.listFunctionsPaginator().functions().stream()
              .map(function -> function.environment().variables().get("SOCKET_ENDPOINT"))
              .filter(Objects::nonNull)
              .findFirst()
              .orElseThrow();
      var path = URI.create(address).getPath() + "/@connections/abc=";
      return Stream.of("POST", "DELETE")
          .map(m -> dynamicTest(m, () -> assertOnlyGood(m, path, "execute-api", 410)));
    }
  }

  private static void assertOnlyGood(String method, String path, String service, int good)
      throws Exception {
    for (var signature : List.of(Signature.values())) {
      var response = CLIENT.send(signed(method, path, service, signature), BodyHandlers.ofString());
      if (signature == Signature.GOOD) {
        assertThat(response.statusCode()).isEqualTo(good);
      } else {
        assertThat(response.statusCode()).as("%s", signature).isEqualTo(403);
      }
    }
  }

  private static HttpRequest signed(
      String method, String path, String service, Signature signature) {
    var address = URI.create("http://localhost:%d%s".formatted(Cast.site().getPort() + 2, path));
    var unsigned =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.valueOf(method))
            .uri(address)
            .putHeader("X-Amz-Invocation-Type", "DryRun")
            .build();
    var request =
        HttpRequest.newBuilder(address).method(method, BodyPublishers.ofByteArray(NOTHING));
    headers(unsigned, service, signature)
        .forEach((name, value) -> request.header(name, value.getFirst()));
    return request.build();
  }

  private static Map<String, List<String>> headers(
      SdkHttpRequest unsigned, String service, Signature signature) {
    if (signature == Signature.NONE) {
      return unsigned.headers();
    }
    var good = Profile.credentials();
    var key = signature == Signature.UNKNOWN_KEY ? "ASIAUNKNOWN" : good.accessKeyId();
    var secret = signature == Signature.WRONG_SECRET ? "wrong" : good.secretAccessKey();
    var body = signature == Signature.OTHER_BODY ? "{\"other\":1}" : "{}";
    var all =
        new TreeMap<>(
            AwsV4HttpSigner.create()
                .sign(
                    sign ->
                        sign.identity(AwsBasicCredentials.create(key, secret))
                            .request(unsigned)
                            .payload(
                                () ->
                                    new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))
                            .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                            .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"))
                .request()
                .headers());
    all.remove("Host");
    return all;
  }
}
