package parley.outside;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to outside parties. Each has an end: 2 s to connect, a time in all, and a bound on the
 * answer's size. No redirect is followed, since it would carry keys to where nobody meant them to
 * go. Safe for many threads.
 */
public final class Web {

  private static final Duration CONNECTING = Duration.ofSeconds(2);

  private final HttpClient client;
  private final Duration total;
  private final int mostBytes;

  /**
   * A client.
   *
   * @param total how long a request may take, with its answer
   * @param mostBytes how large an answer may be
   */
  public Web(Duration total, int mostBytes) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.total = total;
    this.mostBytes = mostBytes;
  }

  /**
   * Posts a text, whatever the answer's status. Throws {@link IOException} where there was none in
   * time, and {@link TooLarge} where it was that: whether the request was carried out is not known
   * then.
   */
  public Answer post(URI address, Map<String, String> headers, String body) throws IOException {
    var request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request.build());
  }

  /** Gets what is there, as {@link #post} does. */
  public Answer get(URI address, Map<String, String> headers) throws IOException {
    var request = HttpRequest.newBuilder(address).GET();
    headers.forEach(request::header);
    return send(request.build());
  }

  private Answer send(HttpRequest request) throws IOException {
    var sent = client.sendAsync(request, _ -> bounded());
    try {
      return Answer.of(sent.get(total.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("%s gave no answer in %s".formatted(where(request), total), e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TooLarge) {
        throw new TooLarge(mostBytes);
      }
      throw new IOException("%s could not be asked".formatted(where(request)), e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + where(request), e);
    }
  }

  /** Without the path, which may name a person or hold a key. */
  private static String where(HttpRequest request) {
    return request.uri().getScheme() + "://" + request.uri().getAuthority();
  }

  private BodySubscriber<byte[]> bounded() {
    return new Bounded(BodySubscribers.ofByteArray(), mostBytes);
  }
}
