package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.CLOCK;
import static parley.connections.Fixtures.NOW;
import static parley.connections.Fixtures.sentBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.kernel.Caller;
import parley.kernel.Json;
import parley.kernel.Request;

final class ConnectTest {

  private final FakeConnections connections = new FakeConnections();
  private final Connect connect = new Connect(connections, CLOCK);

  @Test
  void theSocketIsNotedWithItsTime() {
    assertThat(connect.handle(sentBy(ADA, "{}")).status()).isEqualTo(200);

    assertThat(connections.rows).containsOnly(Map.entry("ada#A1=", NOW));
  }

  @Test
  void aSocketOfNobodyIsNotLetIn() {
    var record = new Request("7", new Caller("", "", "A1="), Json.object(), Json.object());

    assertThatThrownBy(() -> connect.handle(record)).hasMessageContaining("needs a user");
    assertThat(connections.rows).isEmpty();
  }
}
