package parley.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.local.socket.Interference.Fate;

/** Connections that are disturbed. */
final class InterferenceTest extends SocketCase {

  private static final String PING = "{\"action\": \"ping\"}";
  private static final String SEND = "{\"action\": \"send\", \"text\": \"hi\"}";

  @Test
  void aCutHasNoCloseFrameAndTheFrameIsLost() throws Exception {
    fates.in(Fate.CUT);
    var listener = open("ws?ticket=t");

    listener.send(SEND);

    assertCut(listener);
    assertThat(functions.seen("disconnect").poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(functions.seen("send")).isEmpty();
    assertThat(post(connection(), "anybody?").status()).isEqualTo(410);
  }

  @Test
  void aFrameBeforeACutIsServedThoughItsAnswerIsLost() throws Exception {
    fates.in(Fate.PASSES_THEN_CUT);
    var listener = open("ws?ticket=t");

    listener.send(SEND);

    assertCut(listener);
    assertThat(functions.seen("send").poll(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void aFrameToAClientIsLostInACutOrIsTheLast() throws Exception {
    fates.out(Fate.CUT, Fate.PASSES_THEN_CUT);
    var first = open("ws?ticket=t");
    assertThat(post(connection(), "lost").status()).isEqualTo(410);
    assertCut(first);
    assertThat(functions.seen("disconnect").poll(5, TimeUnit.SECONDS)).isNotNull();
    functions.seen("connect").clear();

    var second = open("ws?ticket=t");
    assertThat(post(connection(), "the last").status()).isEqualTo(200);

    assertThat(second.next()).isEqualTo("the last");
    // This client may miss an end that comes together with a frame: so the other side is asked.
    assertThat(functions.seen("disconnect").poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(post(connection(), "anybody?").status()).isEqualTo(410);
  }

  /**
   * Tried often: where who waits for a connection gets it before it is whole, one in a few fails.
   */
  @RepeatedTest(50)
  @Timeout(60)
  void anEndAsSoonAsItIsOpenIsTold() throws Exception {
    fates.out(Fate.CUT);
    var _ = client.newWebSocketBuilder().buildAsync(address("ws?ticket=t"), new Listener());
    while (!fates.areOver()) {
      if (!functions.seen("connect").isEmpty()) {
        post(connection(), "lost");
      }
    }

    assertThat(functions.seen("disconnect").poll(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void whatVanishesIsAnsweredAsThoughItArrived() throws Exception {
    fates.in(Fate.VANISHES).out(Fate.VANISHES);
    var listener = open("ws?ticket=t");
    listener.send(SEND);

    assertThat(post(connection(), "lost").status()).isEqualTo(200);
    listener.send(PING);

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
    assertThat(functions.seen("send")).isEmpty();
  }

  @Test
  void aStalledClientIsCutWhenTooMuchWaits() throws Exception {
    var listener = open("ws?ticket=t");
    var frame = "x".repeat(100_000);
    fates.out(Fate.WAITS, Fate.WAITS, Fate.WAITS);

    assertThat(post(connection(), frame).status()).isEqualTo(200);
    assertThat(post(connection(), frame).status()).isEqualTo(200);
    assertThat(post(connection(), frame).status()).isEqualTo(410);

    assertCut(listener);
  }

  @Test
  void nobodyIsToldOfAnEndWhereThatIsKeptBack() throws Exception {
    fates.silence();
    var listener = open("ws?ticket=t");

    assertThat(apis.cut(connection())).isTrue();

    assertCut(listener);
    assertThat(apis.cut("nobody=")).isFalse();
    assertThat(functions.seen("disconnect").poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void aHalfOpenConnectionIsClosedForItsAge() throws Exception {
    fates.out(Fate.VANISHES);
    var listener = open("ws?ticket=t");
    post(connection(), "lost");

    clock.turn(Duration.ofHours(2));
    apis.sweep();

    assertThat(listener.closeCode()).isEqualTo(1001);
  }

  /** RFC 6455: 1006 stands for an end without a close frame. */
  private static void assertCut(Listener listener) throws Exception {
    assertThat(listener.closeCode()).isEqualTo(1006);
  }
}
