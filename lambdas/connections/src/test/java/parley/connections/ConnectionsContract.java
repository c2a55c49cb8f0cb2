package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.ADAS_PHONE;
import static parley.connections.Fixtures.BEN;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What {@link Connections} promises, of every store. */
public abstract class ConnectionsContract {

  private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

  private Connections connections = new FakeConnections();

  /** Makes the store under test afresh; for a real one, {@link #use} names it. */
  protected void prepare() {}

  /** Runs the contract against a table, which must be there and empty. */
  protected final void use(DynamoDbClient dynamo, String table) {
    connections = new DynamoConnections(dynamo, table);
  }

  @BeforeEach
  void store() {
    prepare();
    for (var connection : new Connection[] {ADA, ADAS_PHONE, BEN}) {
      connections.add(connection, AT, AT.plusSeconds(60));
    }
  }

  @Test
  void aPersonsConnectionsAreTheirsAlone() {
    assertThat(connections.of("ada")).containsExactlyInAnyOrder(ADA, ADAS_PHONE);
    assertThat(connections.of("ad")).isEmpty();
  }

  @Test
  void addingTwiceIsAddingOnce() {
    connections.add(BEN, AT, AT.plusSeconds(60));

    assertThat(connections.of("ben")).containsExactly(BEN);
  }

  @Test
  void removingLeavesTheOthersAndCanBeRepeated() {
    connections.remove(ADA);
    connections.remove(ADA);

    assertThat(connections.of("ada")).containsExactly(ADAS_PHONE);
  }

  @Test
  void onlyAnOlderConnectionIsRemovedAsOlder() {
    connections.removeIfOlder(ADA, AT);
    connections.removeIfOlder(ADAS_PHONE, AT.plusSeconds(1));
    connections.removeIfOlder(new Connection("zoe", "Z="), AT);

    assertThat(connections.of("ada")).containsExactly(ADA);
  }

  @Test
  void morePagesThanOneAreRead() {
    var name = "x".repeat(900);
    for (var i = 0; i < 1_300; i++) {
      connections.add(new Connection("eve", name + i), AT, AT.plusSeconds(60));
    }

    assertThat(connections.of("eve")).hasSize(1_300);
  }
}
