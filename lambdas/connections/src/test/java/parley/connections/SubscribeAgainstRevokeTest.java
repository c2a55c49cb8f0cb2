package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.ADA;
import static parley.connections.Fixtures.CLOCK;
import static parley.connections.Fixtures.ids;
import static parley.connections.Fixtures.sentBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.connections.Steps.Scene;
import parley.kernel.Ids;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;

/** A member subscribes while they are removed, in every order of the steps of both. */
final class SubscribeAgainstRevokeTest {

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aRemovedMemberHearsNothingWhateverTheOrder(boolean heardBefore) {
    var orders = Steps.everyOrder(() -> new Race(heardBefore, 2, true).scene());

    assertThat(orders).isGreaterThan(500);
  }

  @Test
  void aMemberWhoStaysHearsTheRoomWhateverTheOrder() {
    var atTheEnd = new AtomicInteger();
    var orders =
        Steps.everyOrder(
            () -> {
              var race = new Race(false, 2, false);
              return new Scene(
                  race.steps,
                  () -> {
                    if (race.subscribed.get() == 2) {
                      assertThat(race.subscriptions.listeners("r")).containsExactly(ADA);
                      atTheEnd.incrementAndGet();
                    }
                  });
            });

    assertThat(atTheEnd).hasValue(orders);
  }

  /** Some requests of one socket to hear the room, and its owner's removal. */
  private static final class Race {

    private final Steps steps = new Steps();
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final FakeSubscriptions subscriptions = new FakeSubscriptions();
    private final AtomicBoolean removed = new AtomicBoolean();
    private final AtomicInteger subscribed = new AtomicInteger();
    private final Ids ids = ids();

    Race(boolean heardBefore, int requests, boolean removal) {
      members.add("ada");
      if (heardBefore) {
        subscriptions.heard("r", ADA);
      }
      for (var i = 0; i < requests; i++) {
        subscribe(steps.actor());
      }
      if (removal) {
        remove(steps.actor());
      }
    }

    Scene scene() {
      return new Scene(
          steps,
          () -> {
            if (removed.get()) {
              assertThat(subscriptions.listeners("r")).isEmpty();
            }
          });
    }

    private void subscribe(Steps.Actor actor) {
      var subscribe =
          new Subscribe(
              actor.stepping(Subscriptions.class, subscriptions),
              actor.stepping(Peer.class, this::findMembership),
              ids,
              CLOCK);
      actor.does(
          () -> {
            subscribe.handle(sentBy(ADA, "{\"rooms\":[\"r\"]}"));
            subscribed.incrementAndGet();
          });
    }

    private void remove(Steps.Actor actor) {
      var member = actor.stepping(Runnable.class, () -> members.remove("ada"));
      var revoke =
          new Revoke(
              new FakeConnections(),
              actor.stepping(Subscriptions.class, subscriptions),
              new FakeSockets());
      actor.does(
          () -> {
            member.run();
            revoke.handle(Request.inside("7", Json.read("{\"user\":\"ada\",\"room\":\"r\"}")));
            removed.set(true);
          });
    }

    private Reply findMembership(Request request) {
      var found = Json.object();
      var rooms = found.putArray("rooms");
      if (members.contains(request.body().path("user").asText())) {
        rooms.add("r");
      }
      return Reply.ok(found);
    }
  }
}
