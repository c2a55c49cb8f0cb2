package parley.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

  private final OpenConnections<String> connections = new OpenConnections<>();

  @Test
  void whoAsksWhileTheHandshakeEndsWaitsForTheConnection() throws Exception {
    connections.expect("a");
    var asking = new CountDownLatch(1);
    var asked =
        CompletableFuture.supplyAsync(
            () -> {
              asking.countDown();
              return connections.find("a").isPresent();
            });
    asking.await();
    connections.add("a", "open");

    assertThat(asked.get(10, TimeUnit.SECONDS)).isTrue();
    connections.remove("a");
    assertThat(connections.find("a")).isEmpty();
  }

  @Test
  void whatNobodyExpectsIsNotThere() {
    assertThat(connections.find("b")).isEmpty();
  }
}
