package parley.local.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How long, how large and how slow a connection may be. */
final class SocketLimitsTest extends SocketCase {

  @Test
  void anIdleConnectionIsClosedAfterTenMinutes() throws Exception {
    var listener = open("ws?ticket=t");
    clock.turn(Duration.ofMinutes(9));
    listener.send("{\"action\": \"ping\"}");
    listener.next();
    clock.turn(Duration.ofMinutes(9));
    apis.sweep();
    assertThat(post(connection(), "still there").status()).isEqualTo(200);

    clock.turn(Duration.ofMinutes(10));
    apis.sweep();

    assertThat(listener.closeCode()).isEqualTo(1001);
  }

  @Test
  void anyConnectionIsClosedAfterTwoHours() throws Exception {
    var listener = open("ws?ticket=t");
    for (var minutes = 0; minutes < 120; minutes += 8) {
      clock.turn(Duration.ofMinutes(8));
      post(connection(), "still there");
    }
    apis.sweep();

    assertThat(listener.closeCode()).isEqualTo(1001);
    assertThat(functions.seen("disconnect").poll(5, TimeUnit.SECONDS).path("code").asText())
        .isEqualTo("1001");
  }

  /** By hand: Java's client splits what is large. */
  @Test
  void aFrameOfMoreThan32KilobytesClosesTheConnection() throws Exception {
    try (var raw = new RawSocket(port, "/ws?ticket=t")) {
      raw.sendText(32 * 1024);
      assertThat(raw.opcode()).as("an answer").isEqualTo(1);

      raw.sendText(32 * 1024 + 1);

      assertThat(raw.opcode()).as("a close").isEqualTo(8);
      assertThat(raw.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void aMessageOfSeveralFramesMayBeLarger() throws Exception {
    var listener = open("ws?ticket=t");

    listener.socket.sendText("{\"action\": \"ping\", \"x\": \"" + "x".repeat(20_000), false).join();
    listener.socket.sendText("x".repeat(20_000) + "\"}", true).join();

    assertThat(listener.next()).isEqualTo("{\"type\":\"pong\"}");
  }

  @Test
  void aMessageOfMoreThan128KilobytesClosesTheConnection() throws Exception {
    var listener = open("ws?ticket=t");

    for (var i = 0; i < 5; i++) {
      listener.socket.sendText("x".repeat(30_000), false).join();
    }

    assertThat(listener.closeCode()).isEqualTo(1009);
  }

  @Test
  void aClientThatDoesNotReadIsClosedAndThenGone() throws Exception {
    try (var raw = new RawSocket(port, "/ws?ticket=t")) {
      var id = connection();
      var status = 200;
      // Enough to fill any socket buffer, and then what may wait.
      for (var i = 0; i < 1_000 && status == 200; i++) {
        status = post(id, "x".repeat(100_000)).status();
      }
      assertThat(status).isEqualTo(410);
    }
  }
}
