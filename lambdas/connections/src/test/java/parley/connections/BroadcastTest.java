package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.ADAS_PHONE;
import static parley.connections.Fixtures.BEN;
import static parley.connections.Fixtures.NOW;
import static parley.connections.Fixtures.crowd;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.connections.Sockets.Outcome;
import parley.kernel.Json;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;

final class BroadcastTest {

  private final FakeSubscriptions subscriptions = new FakeSubscriptions();
  private final FakeConnections connections = new FakeConnections();
  private final FakeSockets sockets = new FakeSockets();

  @Test
  void theOthersWhoHearTheRoomAreShownIt() {
    subscriptions.heard("r", ADA, ADAS_PHONE, BEN).heard("s", new Connection("zoe", "Z1="));

    assertThat(shown(ADA, Duration.ZERO)).isTrue();

    assertThat(sockets.reached()).containsExactly("B1=");
    assertThat(sockets.frames("B1="))
        .containsExactly("{\"type\":\"typing\",\"room\":\"r\",\"user\":\"ada\"}");
  }

  @Test
  void aPersonIsShownOnceInAWhileOnHoweverManySockets() {
    subscriptions.heard("r", ADA, ADAS_PHONE, BEN);

    assertThat(shown(ADAS_PHONE, Duration.ZERO)).isTrue();
    assertThat(shown(ADA, Duration.ofMillis(1_999))).isFalse();
    assertThat(shown(BEN, Duration.ofMillis(1_999))).isTrue();
    assertThat(shown(ADA, Duration.ofMillis(2_000))).isTrue();

    assertThat(sockets.frames("B1=")).hasSize(2);
  }

  @Test
  void whoDoesNotHearTheRoomShowsNothingInIt() {
    subscriptions.heard("r", BEN);

    assertThat(ask(ADA, Duration.ZERO)).isEqualTo(Reply.refused(Refusal.notFound("room")));
    subscriptions.open(new Subscription("r", ADA), "pending", NOW);
    assertThat(shown(ADA, Duration.ZERO)).isFalse();
    assertThat(sockets.reached()).isEmpty();
  }

  @Test
  void nothingIsShownInALargeRoom() {
    subscriptions.heard("r", crowd(9).toArray(Connection[]::new)).heard("r", ADA);
    assertThat(shown(ADA, Duration.ZERO)).isTrue();

    subscriptions.heard("r", BEN);
    assertThat(shown(ADA, Duration.ofHours(1))).isFalse();
    assertThat(sockets.frames("c0")).hasSize(1);
  }

  @Test
  void nothingIsShownWhereNobodyElseHears() {
    subscriptions.heard("r", ADA, ADAS_PHONE);

    assertThat(shown(ADA, Duration.ZERO)).isFalse();
  }

  @Test
  void whatComesTooEarlyDoesNotLookAtTheOthers() {
    subscriptions.heard("r", ADA, BEN);
    assertThat(shown(ADA, Duration.ZERO)).isTrue();

    subscriptions.unreadable.add("r");

    assertThat(shown(ADA, Duration.ofMillis(100))).isFalse();
  }

  @Test
  void aSocketThatIsBusyIsNotTriedAgain() {
    subscriptions.heard("r", ADA, BEN);
    sockets.answering("B1=", Outcome.BUSY, Outcome.DONE);

    assertThat(shown(ADA, Duration.ZERO)).isTrue();

    assertThat(sockets.frames("B1=")).isEmpty();
  }

  @Test
  void socketsThatAreGoneAreForgotten() {
    subscriptions.heard("r", ADA, BEN);
    sockets.answering("B1=", Outcome.GONE);

    assertThat(shown(ADA, Duration.ZERO)).isTrue();

    assertThat(subscriptions.listeners("r")).containsExactly(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"room", "user", "connection", "kind", "every", "most"})
  void whatIsIncompleteIsRefused(String member) {
    subscriptions.heard("r", ADA, BEN);
    var body = new HashMap<>(body(ADA));
    body.remove(member);

    var reply = broadcast(Duration.ZERO).handle(Request.inside("", body));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(sockets.reached()).isEmpty();
  }

  private boolean shown(Connection by, Duration later) {
    var reply = ask(by, later);
    assertThat(reply.status()).isEqualTo(200);
    return Json.tree(reply.body()).path("shown").asBoolean();
  }

  private Reply ask(Connection by, Duration later) {
    return broadcast(later).handle(Request.inside("", body(by)));
  }

  private static Map<String, Object> body(Connection by) {
    return Map.of(
        "room",
        "r",
        "user",
        by.user(),
        "connection",
        by.id(),
        "kind",
        "typing",
        "every",
        2_000,
        "most",
        10);
  }

  private Broadcast broadcast(Duration later) {
    var clock = Clock.fixed(NOW.plus(later), ZoneOffset.UTC);
    var fanout = new Fanout(sockets, subscriptions, connections, clock);
    return new Broadcast(subscriptions, fanout, clock);
  }
}
