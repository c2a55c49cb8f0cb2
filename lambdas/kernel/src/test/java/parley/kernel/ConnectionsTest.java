package parley.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

final class ConnectionsTest {

  private final List<String> seen = new ArrayList<>();
  private int built;

  @Test
  void afterDroppingAnotherClientIsUsedAndTheOldOneIsClosed() {
    var connections = new Connections(() -> new Fake(++built));
    connections.prepareRequest(HttpExecuteRequest.builder().build());
    connections.drop();
    connections.prepareRequest(HttpExecuteRequest.builder().build());
    connections.close();
    assertThat(seen).containsExactly("1 used", "1 closed", "2 used", "2 closed");
  }

  private final class Fake implements SdkHttpClient {
    private final int number;

    Fake(int number) {
      this.number = number;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      seen.add(number + " used");
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() {
          return HttpExecuteResponse.builder().build();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {
      seen.add(number + " closed");
    }
  }
}
