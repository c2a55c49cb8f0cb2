package parley.kernel;

import java.util.function.Supplier;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * An HTTP client that can drop all of its connections and go on.
 *
 * <p>A connection that was open when a snapshot was taken is dead when it is restored. The SDK's
 * clients cannot close single connections on demand, only themselves: so this one holds a client
 * and replaces it. Safe for many threads; a request in flight while {@link #drop()} is called may
 * fail.
 */
final class Connections implements SdkHttpClient {

  private final Supplier<SdkHttpClient> builder;
  private volatile SdkHttpClient client;

  /** Opens nothing yet: a connection is opened by the first request. */
  Connections(Supplier<SdkHttpClient> builder) {
    this.builder = builder;
    this.client = builder.get();
  }

  /** Closes every connection; the next request opens a new one. */
  void drop() {
    var old = client;
    client = builder.get();
    old.close();
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return client.prepareRequest(request);
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
