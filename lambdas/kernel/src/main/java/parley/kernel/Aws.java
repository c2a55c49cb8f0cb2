package parley.kernel;

import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * The SDK's clients, built the way that starts fastest: one HTTP client, the region and the
 * endpoint from the environment, and only the two places where Lambda puts credentials.
 */
public final class Aws {

  /** One pool for the process: the clients differ in where they connect to, not in how. */
  private static final Connections CONNECTIONS =
      new Connections(
          () ->
              ApacheHttpClient.builder()
                  .connectionTimeout(Duration.ofSeconds(1))
                  // Longer than the longest that one function waits for another: a share of a
                  // delivery.
                  .socketTimeout(Duration.ofSeconds(65))
                  .maxConnections(64)
                  .build());

  private Aws() {}

  /** A client of DynamoDB that gives up on an attempt after 2 s and on a call after 6 s. */
  public static DynamoDbClient dynamo() {
    return DynamoDbClient.builder()
        .httpClient(http())
        .credentialsProvider(credentials())
        .overrideConfiguration(
            o ->
                o.apiCallAttemptTimeout(Duration.ofSeconds(2))
                    .apiCallTimeout(Duration.ofSeconds(6)))
        .build();
  }

  /** A client of Lambda, for one function to invoke another. */
  public static LambdaClient lambda() {
    return LambdaClient.builder().httpClient(http()).credentialsProvider(credentials()).build();
  }

  /**
   * The HTTP client of all clients of this process: keeps up to 64 connections. Do not close it.
   */
  public static SdkHttpClient http() {
    return CONNECTIONS;
  }

  /**
   * Closes the connections of all clients that use {@link #http()}; each opens a new one when it is
   * next used. It is what {@link Priming} needs between its two runs.
   */
  public static void disconnect() {
    CONNECTIONS.drop();
  }

  /**
   * The variables of Lambda's environment, or after a restored snapshot its credentials endpoint.
   */
  public static AwsCredentialsProvider credentials() {
    return AwsCredentialsProviderChain.of(
        EnvironmentVariableCredentialsProvider.create(),
        ContainerCredentialsProvider.builder().build());
  }
}
