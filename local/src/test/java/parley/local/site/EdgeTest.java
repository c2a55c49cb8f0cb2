package parley.local.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import parley.local.RawRequest;

/** Which origin answers, and what the distribution makes of it. */
final class EdgeTest extends SiteCase {

  @Test
  void aNameThatOnlyPointsHereIsNotAnswered() throws Exception {
    var port = names.site().getPort();

    assertThat(RawRequest.status(port, "localhost:" + port)).isEqualTo(200);
    assertThat(RawRequest.status(port, "127.0.0.1:" + port)).isEqualTo(200);
    assertThat(RawRequest.status(port, "rebound.example:" + port)).isEqualTo(421);
  }

  @Test
  void aMethodThatABehaviourDoesNotAllowIsDenied() throws Exception {
    assertThat(send(request("/index.html").POST(BodyPublishers.ofString("x"))).statusCode())
        .isEqualTo(403);
    assertThat(send(request("/api/x").DELETE()).statusCode()).isEqualTo(403);
  }

  @Test
  void theApiGetsPathQueryHeadersAndBody() throws Exception {
    var response =
        send(
            request("/api/a%2Fb?q=1%2B1+x")
                .header("Authorization", "Bearer t")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"ä\"}")));

    assertThat(response.body())
        .isEqualTo(
            "{\"method\":\"POST\",\"x\":\"a/b\",\"q\":\"1+1 x\",\"auth\":\"Bearer t\",\"host\":\"\","
                + "\"ip\":\"127.0.0.1\",\"body\":{\"text\":\"ä\"}}");
  }

  @Test
  void theSocketOpensOnTheSameOrigin() throws Exception {
    var frame = new CompletableFuture<String>();
    var socket =
        client
            .newWebSocketBuilder()
            .buildAsync(
                URI.create(names.site().toString().replace("http", "ws") + "/ws"), first(frame))
            .join();

    socket.sendText("{}", true).join();

    assertThat(frame.get(5, TimeUnit.SECONDS)).isEqualTo("{\"statusCode\":200}");
    socket.abort();
  }

  @Test
  void anErrorHasThePageThatTheDistributionNames() throws Exception {
    site.close();
    start(
        """
        , "CustomErrorResponses":
          [{"ErrorCode": 403, "ResponseCode": 404, "ResponsePagePath": "/robots.txt"}]
        """);

    var response = get("/nothing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("none");
  }

  @Test
  void anOriginOutsideOfTheStackStopsTheStart() {
    site.close();
    assertThatThrownBy(
            () -> start(", \"Origins\": [{\"Id\": \"files\", \"DomainName\": \"example.com\"}]"))
        .hasMessageContaining("the origin example.com is neither a bucket nor an API");
  }
}
