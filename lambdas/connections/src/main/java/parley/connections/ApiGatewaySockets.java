package parley.connections;

import java.net.URI;
import java.time.Duration;
import parley.kernel.Aws;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.ApiGatewayManagementApiException;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * Sockets behind API Gateway's {@code @connections}. Tries once: {@link PersistentSockets} again.
 */
record ApiGatewaySockets(ApiGatewayManagementApiClient gateway) implements Sockets {

  /**
   * A client of one API's stage.
   *
   * @param endpoint such as {@code https://ID.execute-api.REGION.amazonaws.com/ws}
   */
  static ApiGatewayManagementApiClient client(URI endpoint) {
    return ApiGatewayManagementApiClient.builder()
        .endpointOverride(endpoint)
        .httpClient(Aws.http())
        .credentialsProvider(Aws.credentials())
        .overrideConfiguration(
            o ->
                o.apiCallTimeout(Duration.ofSeconds(2))
                    .retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
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
    } catch (GoneException e) {
      return Outcome.GONE;
    } catch (ApiGatewayManagementApiException e) {
      return e.statusCode() == 429 || e.statusCode() >= 500 ? Outcome.BUSY : Outcome.REFUSED;
    } catch (SdkException e) {
      return Outcome.BUSY;
    }
  }
}
