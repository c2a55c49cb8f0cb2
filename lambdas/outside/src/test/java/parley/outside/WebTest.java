package parley.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WebTest {

  private final Web web = new Web(Duration.ofSeconds(10), 1_000);
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer party;

  @BeforeEach
  void listen() throws IOException {
    party = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    party.setExecutor(Thread::startVirtualThread);
    party.start();
  }

  @AfterEach
  void close() {
    over.countDown();
    party.stop(0);
  }

  @Test
  void whatIsPostedArrivesAndTheAnswerIsReadWhateverItsStatus() throws IOException {
    party.createContext(
        "/",
        exchange -> {
          var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var key = exchange.getRequestHeaders().getFirst("Authorization");
          exchange.getResponseHeaders().add("Retry-After", "7");
          answer(exchange, 429, exchange.getRequestMethod() + " " + key + " " + body);
        });
    var answer = web.post(at("/"), Map.of("Authorization", "Bearer k"), "ü");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.succeeded()).isFalse();
    assertThat(answer.header("retry-after")).contains("7");
    assertThat(answer.body()).isEqualTo("POST Bearer k ü");
    assertThat(web.get(at("/"), Map.of("Authorization", "Bearer k")).body())
        .isEqualTo("GET Bearer k ");
  }

  @Test
  void anAnswerUpToTheBoundIsTakenAndOneBeyondItIsNot() throws IOException {
    party.createContext("/fits", exchange -> answer(exchange, 200, "x".repeat(1_000)));
    party.createContext("/large", exchange -> answer(exchange, 200, "x".repeat(1_001)));
    assertThat(web.get(at("/fits"), Map.of()).body()).hasSize(1_000);
    assertThatThrownBy(() -> web.get(at("/large"), Map.of()))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("more than 1000 bytes");
  }

  @Test
  void aPartyThatNeverAnswersIsNotWaitedForForEver() {
    party.createContext("/never/KEY", exchange -> await());
    var hasty = new Web(Duration.ofMillis(50), 1_000);
    assertThatThrownBy(() -> hasty.post(at("/never/KEY"), Map.of(), ""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gave no answer")
        .hasMessageNotContaining("KEY");
  }

  @Test
  void aRedirectIsAnAnswerAndNotFollowed() throws IOException {
    party.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", at("/elsewhere").toString());
          answer(exchange, 307, "");
        });
    party.createContext("/elsewhere", exchange -> answer(exchange, 200, "leaked"));
    assertThat(web.post(at("/moved"), Map.of(), "key").status()).isEqualTo(307);
  }

  @Test
  void aPartyThatIsNotThereIsAFailure() {
    party.stop(0);
    assertThatThrownBy(() -> web.get(at("/"), Map.of())).isInstanceOf(IOException.class);
  }

  private void await() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + party.getAddress().getPort() + path);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
