package parley.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static parley.connections.Fixtures.crowd;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;

final class DeliverLargeRoomTest extends DeliverCase {

  private static final String NO_SHARE = "{\"listeners\": [\"nobody's\"]}";

  @Test
  void aLargeRoomIsSharedOutAndEveryoneIsReachedOnce() {
    subscriptions.heard("r", crowd(2_500).toArray(Connection[]::new));
    var shares = new AtomicInteger();
    var share = new DeliverShare(fanout);

    var result =
        message("r", 1)
            .deliver(
                request -> {
                  shares.incrementAndGet();
                  var reply = share.handle(request);
                  return new Reply(reply.status(), Json.tree(reply.body()));
                });

    assertThat(shares).hasValue(2);
    assertThat(result.delivered()).isEqualTo(new Delivered(2_500, 0, 0));
    assertThat(crowd(2_500)).allSatisfy(to -> assertThat(heard(to.id())).containsExactly("r1"));
  }

  @Test
  void aShareThatCannotBeHandedOnIsSentFromHere() {
    subscriptions.heard("r", crowd(1_001).toArray(Connection[]::new));

    var result =
        message("r", 1)
            .deliver(
                request -> {
                  throw new IllegalStateException("throttled");
                });

    assertThat(result.delivered()).isEqualTo(new Delivered(1_001, 0, 0));
  }

  @Test
  void aShareThatIsRefusedIsSentFromHereToo() {
    subscriptions.heard("r", crowd(1_001).toArray(Connection[]::new));

    var result =
        message("r", 1)
            .deliver(
                request -> {
                  var refused =
                      new DeliverShare(fanout).handle(Request.inside("", Json.read(NO_SHARE)));
                  return new Reply(refused.status(), Json.tree(refused.body()));
                });

    assertThat(result.delivered()).isEqualTo(new Delivered(1_001, 0, 0));
  }
}
