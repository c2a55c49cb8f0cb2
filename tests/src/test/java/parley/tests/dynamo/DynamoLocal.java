package parley.tests.dynamo;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import parley.local.dynamo.Dynamo;
import parley.local.dynamo.DynamoProcess;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * A DynamoDB Local in memory, started when it is first asked for and shared by all tests of this
 * JVM; it ends with it, however it ends.
 */
public final class DynamoLocal {

  private static final Path JARS =
      Path.of("../local/dynamodb/target/dynamodb-local").toAbsolutePath();
  private static final Path DATA = Path.of("target/dynamodb").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private static final SdkHttpClient HTTP = ApacheHttpClient.builder().maxConnections(64).build();
  private static final DynamoProcess PROCESS = start();
  private static final DynamoDbClient CLIENT = client(new ExecutionInterceptor() {});

  private DynamoLocal() {}

  /** Its address. */
  public static URI endpoint() {
    return PROCESS.address();
  }

  /** What it demands of whoever calls it, in the header {@link DynamoProcess#KEY_HEADER}. */
  public static String key() {
    return PROCESS.key();
  }

  /** A client, for any number of threads. */
  public static DynamoDbClient client() {
    return CLIENT;
  }

  /** A client whose calls can be watched. */
  static DynamoDbClient client(ExecutionInterceptor watcher) {
    return client(PROCESS, watcher);
  }

  private static DynamoDbClient client(DynamoProcess process, ExecutionInterceptor watcher) {
    return DynamoDbClient.builder()
        .endpointOverride(process.address())
        .region(Region.US_EAST_1)
        .httpClient(HTTP)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(
            o ->
                o.putHeader(DynamoProcess.KEY_HEADER, process.key())
                    .addExecutionInterceptor(watcher))
        .build();
  }

  private static DynamoProcess start() {
    try {
      var process = DynamoProcess.start(new Dynamo.Options(DATA, JARS, true));
      awaitAnswer(process);
      return process;
    } catch (IOException e) {
      throw new IllegalStateException("DynamoDB Local did not start", e);
    }
  }

  /** Asks until there is an answer. */
  private static void awaitAnswer(DynamoProcess process) throws IOException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    try (var client = client(process, new ExecutionInterceptor() {})) {
      while (true) {
        try {
          client.listTables();
          return;
        } catch (SdkClientException e) {
          process.check();
          if (System.nanoTime() > end) {
            throw new IllegalStateException("DynamoDB Local does not answer", e);
          }
          LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
      }
    }
  }
}
