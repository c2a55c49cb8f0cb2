package parley.connections;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClientBuilder;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;

/**
 * Sockets behind API Gateway's {@code @connections}. Tries once: {@link PersistentSockets} again.
 */
record ApiGatewaySockets(ApiGatewayManagementApiClient gateway) implements Sockets {

  /**
   * The client of one API's stage, still without an HTTP client and credentials.
   *
   * @param endpoint such as {@code https://ID.execute-api.REGION.amazonaws.com/ws}
   */
  static ApiGatewayManagementApiClientBuilder client(URI endpoint) {
    return ApiGatewayManagementApiClient.builder()
        .endpointOverride(endpoint)
        .overrideConfiguration(
            o ->
                o.apiCallTimeout(Duration.ofSeconds(2))
                    .retryStrategy(DefaultRetryStrategy.doNotRetry()));
  }

  @Override
  public Outcome post(String connection, byte[] frame) {
    return outcome(
        () ->
            gateway.postToConnection(
                post -> post.connectionId(connection).data(SdkBytes.fromByteArrayUnsafe(frame))));
  }

  @Override
  public Outcome close(String connection) {
    return outcome(() -> gateway.deleteConnection(delete -> delete.connectionId(connection)));
  }

  private static Outcome outcome(Runnable call) {
    try {
      call.run();
      return Outcome.DONE;
    } catch (ApiGatewayManagementApiException e) {
      return switch (e.statusCode()) {
        case 410 -> Outcome.GONE;
        case 429, 500, 502, 503, 504 -> Outcome.BUSY;
        default -> Outcome.REFUSED;
      };
    } catch (SdkException e) {
      return Outcome.BUSY;
    }
  }
}
