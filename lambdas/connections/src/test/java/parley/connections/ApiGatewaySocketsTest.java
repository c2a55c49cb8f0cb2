package parley.connections;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.connections.Sockets.Outcome;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

final class ApiGatewaySocketsTest {

  private static final URI ENDPOINT =
      URI.create("https://abcdef1234.execute-api.eu-west-1.amazonaws.com/ws");

  private final List<String> calls = new ArrayList<>();
  private int status = 200;

  @Test
  void aFrameIsPostedToTheConnectionOfTheStage() {
    assertThat(sockets().post("A1=", "{}".getBytes(UTF_8))).isEqualTo(Outcome.DONE);

    assertThat(calls).containsExactly("POST /ws/@connections/A1%3D {}");
  }

  @Test
  void aSocketIsClosedByDeletingItsConnection() {
    status = 204;

    assertThat(sockets().close("A1=")).isEqualTo(Outcome.DONE);

    assertThat(calls).containsExactly("DELETE /ws/@connections/A1%3D ");
  }

  @ParameterizedTest
  @CsvSource({
    "410,GONE",
    "429,BUSY",
    "500,BUSY",
    "503,BUSY",
    "400,REFUSED",
    "403,REFUSED",
    "413,REFUSED"
  })
  void anErrorIsAnOutcomeAndTriedOnce(int answered, Outcome outcome) {
    status = answered;

    assertThat(sockets().post("A1=", new byte[] {1})).isEqualTo(outcome);
    assertThat(sockets().close("A1=")).isEqualTo(outcome);
    assertThat(calls).hasSize(2);
  }

  @Test
  void aGatewayThatIsNotReachedIsBusy() {
    status = 0;

    assertThat(sockets().post("A1=", new byte[] {1})).isEqualTo(Outcome.BUSY);
  }

  private Sockets sockets() {
    return new ApiGatewaySockets(
        ApiGatewaySockets.client(ENDPOINT)
            .httpClient(new Gateway())
            .region(Region.EU_WEST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .build());
  }

  /** Notes what comes over the wire and answers the status; 0 is a broken line. */
  private final class Gateway implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          var http = request.httpRequest();
          var body = request.contentStreamProvider();
          calls.add(
              http.method()
                  + " "
                  + http.encodedPath()
                  + " "
                  + (body.isPresent()
                      ? new String(body.get().newStream().readAllBytes(), UTF_8)
                      : ""));
          if (status == 0) {
            throw new IOException("the line is broken");
          }
          return HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(status).build())
              .responseBody(AbortableInputStream.create(new ByteArrayInputStream(new byte[0])))
              .build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
