package parley.local.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** An open connection. Safe for many threads; what is sent first arrives first. */
final class Connection {

  private final Session session;
  private final WebSocketChannel channel;
  private final Clock clock;
  private final int unsentBytes;
  private final AtomicInteger unsent = new AtomicInteger();
  private final Interference interference;
  private volatile Instant lastActive;

  Connection(
      Session session,
      WebSocketChannel channel,
      Clock clock,
      int unsentBytes,
      Interference interference) {
    this.interference = interference;
    this.session = session;
    this.channel = channel;
    this.clock = clock;
    this.unsentBytes = unsentBytes;
    this.lastActive = clock.instant();
  }

  Session session() {
    return session;
  }

  Instant lastActive() {
    return lastActive;
  }

  void touch() {
    lastActive = clock.instant();
  }

  /**
   * Sends a text. False where the connection is closed, or is closed now because its client does
   * not read what it was sent.
   */
  boolean send(String text) {
    var bytes = text.getBytes(UTF_8);
    if (!channel.isOpen() || channel.isCloseFrameSent()) {
      return false;
    }
    if (unsent.addAndGet(bytes.length) > unsentBytes) {
      cut();
      return false;
    }
    touch();
    return switch (interference.to(session.id())) {
      case PASSES -> write(bytes, false);
      case PASSES_THEN_CUT -> write(bytes, true);
      case WAITS -> true;
      case VANISHES -> {
        unsent.addAndGet(-bytes.length);
        yield true;
      }
      case CUT -> {
        vanish();
        yield false;
      }
    };
  }

  private boolean write(byte[] bytes, boolean last) {
    WebSockets.sendText(ByteBuffer.wrap(bytes), channel, new Sent(bytes.length, last));
    return true;
  }

  /** Ends without a close frame, as where the network is gone. */
  void vanish() {
    org.xnio.IoUtils.safeClose(channel);
  }

  /** Says goodbye with a code of RFC 6455, and closes. */
  void close(int code, String reason) {
    channel.setCloseCode(code);
    channel.setCloseReason(reason);
    WebSockets.sendClose(new CloseMessage(code, reason), channel, new Closed());
  }

  /** Closes without a goodbye, which would wait behind all that was not read. */
  void cut() {
    channel.setCloseCode(CloseMessage.MSG_VIOLATES_POLICY);
    channel.setCloseReason("the client reads too slowly");
    org.xnio.IoUtils.safeClose(channel);
  }

  private final class Sent implements WebSocketCallback<Void> {

    private final int bytes;
    private final boolean last;

    Sent(int bytes, boolean last) {
      this.bytes = bytes;
      this.last = last;
    }

    @Override
    public void complete(WebSocketChannel channel, Void context) {
      unsent.addAndGet(-bytes);
      if (last) {
        vanish();
      }
    }

    @Override
    public void onError(WebSocketChannel channel, Void context, Throwable error) {
      org.xnio.IoUtils.safeClose(channel);
    }
  }

  private static final class Closed implements WebSocketCallback<Void> {

    @Override
    public void complete(WebSocketChannel channel, Void context) {
      org.xnio.IoUtils.safeClose(channel);
    }

    @Override
    public void onError(WebSocketChannel channel, Void context, Throwable error) {
      org.xnio.IoUtils.safeClose(channel);
    }
  }
}
