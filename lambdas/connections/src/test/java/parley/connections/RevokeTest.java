package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.ADAS_PHONE;
import static parley.connections.Fixtures.BEN;
import static parley.connections.Fixtures.NOW;
import static parley.connections.Fixtures.backoff;
import static parley.connections.Fixtures.sentBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.connections.Sockets.Outcome;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

final class RevokeTest {

  private static final Connection ADAS_TABLET = new Connection("ada", "A3=");

  private final FakeConnections connections = new FakeConnections();
  private final FakeSubscriptions subscriptions = new FakeSubscriptions();
  private final FakeSockets sockets = new FakeSockets();
  private final Revoke revoke =
      new Revoke(connections, subscriptions, new PersistentSockets(sockets, backoff()));

  @BeforeEach
  void connected() {
    for (var connection : new Connection[] {ADA, ADAS_PHONE, ADAS_TABLET, BEN}) {
      connections.add(connection, NOW, NOW);
    }
    subscriptions.heard("r", ADA, ADAS_PHONE, BEN).heard("s", ADA, BEN);
    subscriptions.open(new Subscription("r", ADAS_TABLET), "one", NOW);
  }

  @Test
  void inOneRoomAPersonsRowsGoWhateverTheirStateAndTheirSocketsClose() {
    assertThat(Json.write(inside("{\"user\":\"ada\",\"room\":\"r\"}").body())).isEqualTo("{}");

    assertThat(subscriptions.of("r", "ada")).isEmpty();
    assertThat(subscriptions.listeners("r")).containsExactly(BEN);
    assertThat(subscriptions.listeners("s")).containsExactly(ADA, BEN);
    assertThat(sockets.closed).containsExactlyInAnyOrder("A1=", "A2=", "A3=");
  }

  @Test
  void inOneRoomSocketsCloseWhileTheirRowsAreThereSoThatARepeatFindsThem() {
    sockets.onClose = () -> assertThat(subscriptions.of("r", "ada")).hasSize(3);

    inside("{\"user\":\"ada\",\"room\":\"r\"}");

    assertThat(sockets.closed).hasSize(3);
    assertThat(subscriptions.of("r", "ada")).isEmpty();
  }

  @Test
  void aSocketThatDoesNotHearTheRoomStaysOpen() {
    inside("{\"user\":\"ada\",\"room\":\"s\"}");

    assertThat(sockets.closed).containsExactly("A1=");
  }

  @Test
  void withoutARoomAllOfAPersonsIsEnded() {
    inside("{\"user\":\"ada\"}");

    assertNothingOfAdas();
    assertThat(connections.of("ben")).containsExactly(BEN);
    assertThat(subscriptions.of(BEN)).hasSize(2);
    assertThat(sockets.closed).doesNotContain("B1=");
  }

  @Test
  void whoSignsOutEndsTheirOwnWhateverTheySay() {
    revoke.handle(sentBy(new Connection("ada", "none"), "{\"user\":\"ben\",\"room\":\"r\"}"));

    assertNothingOfAdas();
    assertThat(subscriptions.of(BEN)).hasSize(2);
  }

  @Test
  void aSocketThatIsGoneIsClosed() {
    sockets.answering("A1=", Outcome.GONE);

    inside("{\"user\":\"ada\"}");

    assertThat(connections.of("ada")).isEmpty();
  }

  @Test
  void aBusySocketIsClosedAtAnotherAttempt() {
    sockets.answering("A1=", Outcome.BUSY, Outcome.BUSY, Outcome.DONE);

    inside("{\"user\":\"ada\",\"room\":\"s\"}");

    assertThat(sockets.closed).containsExactly("A1=");
  }

  @Test
  void inOneRoomASocketThatStaysOpenIsNoFailure() {
    sockets.answering("A1=", Outcome.BUSY);

    assertThat(inside("{\"user\":\"ada\",\"room\":\"r\"}").status()).isEqualTo(200);
    assertThat(subscriptions.of("r", "ada")).isEmpty();
    assertThat(sockets.closed).containsExactlyInAnyOrder("A2=", "A3=");
  }

  @Test
  void whoSignsOutIsToldOfASocketThatStaysOpenAndARepeatFindsIt() {
    sockets.answering("A1=", Outcome.REFUSED);
    assertThatThrownBy(() -> inside("{\"user\":\"ada\"}")).hasMessageContaining("1 of 3 sockets");
    assertThat(subscriptions.of(ADA)).isEmpty();

    sockets.answering("A1=", Outcome.DONE);
    inside("{\"user\":\"ada\"}");
    assertNothingOfAdas();
  }

  @Test
  void aRecordThatNamesNoUserIsRefused() {
    assertThat(inside("{\"room\":\"r\"}").body()).isInstanceOf(Refusal.class);
    assertThat(inside("{\"user\":\"a#b\"}").body()).isInstanceOf(Refusal.class);
    assertThat(inside("{\"user\":\"ada\",\"room\":\"?\"}").body()).isInstanceOf(Refusal.class);
    assertThat(subscriptions.rows).hasSize(6);
  }

  private void assertNothingOfAdas() {
    assertThat(connections.of("ada")).isEmpty();
    assertThat(subscriptions.of("r", "ada")).isEmpty();
    assertThat(subscriptions.of("s", "ada")).isEmpty();
    assertThat(sockets.closed).containsExactlyInAnyOrder("A1=", "A2=", "A3=");
  }

  private Reply inside(String body) {
    return revoke.handle(Request.inside("7", Json.read(body)));
  }
}
