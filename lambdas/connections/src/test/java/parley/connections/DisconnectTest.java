package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.ADAS_PHONE;
import static parley.connections.Fixtures.BEN;
import static parley.connections.Fixtures.NOW;
import static parley.connections.Fixtures.sentBy;

import org.junit.jupiter.api.Test;

final class DisconnectTest {

  private final FakeConnections connections = new FakeConnections();
  private final FakeSubscriptions subscriptions = new FakeSubscriptions();
  private final Disconnect disconnect = new Disconnect(connections, subscriptions);

  @Test
  void aClosedSocketLeavesNothingAndTheOthersStay() {
    connections.add(ADA, NOW, NOW);
    connections.add(ADAS_PHONE, NOW, NOW);
    subscriptions.heard("r", ADA, ADAS_PHONE, BEN).heard("s", ADA);

    disconnect.handle(sentBy(ADA, "{}"));

    assertThat(connections.of("ada")).containsExactly(ADAS_PHONE);
    assertThat(subscriptions.of(ADA)).isEmpty();
    assertThat(subscriptions.listeners("r")).containsExactlyInAnyOrder(ADAS_PHONE, BEN);
  }

  @Test
  void closingTwiceDoesNoHarm() {
    disconnect.handle(sentBy(ADA, "{}"));

    assertThat(disconnect.handle(sentBy(ADA, "{}")).status()).isEqualTo(200);
  }
}
