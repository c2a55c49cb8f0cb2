package parley.local.socket;

import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.CloseMessage;
import io.undertow.websockets.core.StreamSourceFrameChannel;
import io.undertow.websockets.core.WebSocketCallback;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Receives messages of one connection. A message in one frame may have a frame's size, one in
 * several frames a message's; what is larger closes the connection with 1009, and what is not text
 * with 1003.
 */
final class Frames extends AbstractReceiveListener {

  private final Limits limits;
  private final Consumer<String> received;

  Frames(Limits limits, Consumer<String> received) {
    this.limits = limits;
    this.received = received;
  }

  @Override
  protected void onText(WebSocketChannel channel, StreamSourceFrameChannel frame)
      throws IOException {
    var largest = frame.isFinalFragment() ? limits.frameBytes() : limits.messageBytes();
    new BufferedTextMessage(largest, true).read(frame, new Whole());
  }

  @Override
  protected void onBinary(WebSocketChannel channel, StreamSourceFrameChannel frame) {
    WebSockets.sendClose(new CloseMessage(CloseMessage.WRONG_CODE, "send text"), channel, null);
  }

  private final class Whole implements WebSocketCallback<BufferedTextMessage> {

    @Override
    public void complete(WebSocketChannel channel, BufferedTextMessage message) {
      received.accept(message.getData());
    }

    @Override
    public void onError(WebSocketChannel channel, BufferedTextMessage message, Throwable error) {
      Frames.this.onError(channel, error);
    }
  }
}
