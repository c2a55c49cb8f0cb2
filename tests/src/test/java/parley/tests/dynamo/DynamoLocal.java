package parley.tests.dynamo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
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

  private static final Path JARS = Path.of("../local/dynamodb/target/dynamodb-local");
  private static final Path LOG = Path.of("target/dynamodb-local.log");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(50);

  private static final SdkHttpClient HTTP = ApacheHttpClient.builder().maxConnections(64).build();
  private static final URI ENDPOINT = start();
  private static final DynamoDbClient CLIENT = client(new ExecutionInterceptor() {});

  private DynamoLocal() {}

  /** Its address. */
  public static URI endpoint() {
    return ENDPOINT;
  }

  /** A client, for any number of threads. */
  static DynamoDbClient client() {
    return CLIENT;
  }

  /** A client whose calls can be watched. */
  static DynamoDbClient client(ExecutionInterceptor watcher) {
    return client(ENDPOINT, watcher);
  }

  private static DynamoDbClient client(URI endpoint, ExecutionInterceptor watcher) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .httpClient(HTTP)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .overrideConfiguration(o -> o.addExecutionInterceptor(watcher))
        .build();
  }

  private static URI start() {
    try {
      var port = freePort();
      new ProcessBuilder(command(port))
          .redirectErrorStream(true)
          .redirectOutput(LOG.toFile())
          .start();
      var endpoint = URI.create("http://127.0.0.1:" + port);
      awaitAnswer(endpoint);
      return endpoint;
    } catch (IOException e) {
      throw new IllegalStateException("DynamoDB Local did not start: see " + LOG, e);
    }
  }

  /** The shell's input closes when this JVM ends; then it ends what it started. */
  private static List<String> command(int port) {
    return List.of(
        "sh",
        "-c",
        "\"$@\" & cat > /dev/null; kill $!",
        "sh",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        JARS + "/*",
        "software.amazon.dynamodb.services.local.main.ServerRunner",
        "-inMemory",
        "-sharedDb",
        "-disableTelemetry",
        "-port",
        Integer.toString(port));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks until there is an answer. */
  private static void awaitAnswer(URI endpoint) {
    var end = System.nanoTime() + PATIENCE.toNanos();
    try (var client = client(endpoint, new ExecutionInterceptor() {})) {
      while (true) {
        try {
          client.listTables();
          return;
        } catch (SdkClientException e) {
          if (System.nanoTime() > end) {
            throw new IllegalStateException("DynamoDB Local does not answer: see " + LOG, e);
          }
          LockSupport.parkNanos(BETWEEN_ATTEMPTS.toNanos());
        }
      }
    }
  }
}
