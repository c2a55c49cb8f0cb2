package parley.addons.triggers.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.kernel.Json;
import parley.outside.Web;

/** Receivers that are down, slow or answer nonsense: what they did not take comes back. */
@Timeout(60)
class BadReceiversTest {

  private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final ServerSocket socket = open();
  private final Web web = new Web(Duration.ofSeconds(2), 1_000);

  @AfterEach
  void close() throws IOException {
    socket.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense\r\n\r\n",
        "HTTP/1.1 999 What\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\nbegun",
        "HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Broken\r\nContent-Length: 0\r\n\r\n"
      })
  void whatIsNoSuccessComesBack(String answer) {
    answerOnce(answer);
    assertThat(failures()).containsExactly("1");
  }

  @Test
  void whatIsASuccessDoesNot() {
    answerOnce("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n");
    assertThat(failures()).isEmpty();
  }

  @Test
  void whoIsSlowIsNotWaitedForAndWhoIsDownIsTriedAgain() throws IOException {
    assertThat(failures()).as("connected, and not answered").containsExactly("1");
    socket.close();
    assertThat(failures()).as("down").containsExactly("1");
  }

  private List<String> failures() {
    var webhook =
        new Webhook(
            "one",
            URI.create("http://127.0.0.1:%d/in".formatted(socket.getLocalPort())),
            URI.create("https://sqs.eu-west-1.amazonaws.com/123456789012/queue"));
    var batch = Json.object();
    batch
        .putArray("Records")
        .addObject()
        .put("messageId", "1")
        .put("eventSourceARN", "arn:aws:sqs:eu-west-1:123456789012:queue")
        .put(
            "body",
            "{\"detail-type\": \"message.posted\", \"detail\": {\"room\": \"r\", \"seq\": 1}}");
    return new Deliver(
            List.of(webhook),
            _ -> Optional.of(KEY),
            (url, headers, body) -> web.post(url, headers, body).status(),
            (_, _, _) -> {},
            Clock.systemUTC())
        .deliver(batch)
        .path("batchItemFailures")
        .valueStream()
        .map(failure -> failure.path("itemIdentifier").asText())
        .toList();
  }

  private void answerOnce(String answer) {
    Thread.startVirtualThread(
        () -> {
          try (var connection = socket.accept()) {
            var unused = connection.getInputStream().read(new byte[8_192]);
            connection.getOutputStream().write(answer.getBytes(UTF_8));
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static ServerSocket open() {
    try {
      return new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
