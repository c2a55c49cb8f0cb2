package parley.tests.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One socket between API Gateway and a client. Safe for many threads; frames keep their order. */
public final class Line {

  private final String user;
  private final String id;
  private final Consumer<byte[]> client;
  private final List<byte[]> unread = new ArrayList<>();
  private State state = State.OPEN;

  /** How a socket is. */
  public enum State {
    /** Frames arrive. */
    OPEN,
    /** Frames are taken and go nowhere; nobody is told. */
    HALF_OPEN,
    /** Frames are kept until the client reads again. */
    STALLED,
    /** It is gone. */
    CLOSED
  }

  Line(String user, String id, Consumer<byte[]> client) {
    this.user = user;
    this.id = id;
    this.client = client;
  }

  /** The connection's id. */
  public String id() {
    return id;
  }

  String user() {
    return user;
  }

  /** False where it is gone. */
  synchronized boolean carry(byte[] frame) {
    switch (state) {
      case OPEN -> client.accept(frame);
      case STALLED -> unread.add(frame);
      case HALF_OPEN -> {}
      case CLOSED -> {
        return false;
      }
    }
    return true;
  }

  /** Changes how it is; what was not read is read when it opens. */
  public synchronized void become(State next) {
    if (state == State.CLOSED || (state == State.HALF_OPEN && next != State.CLOSED)) {
      return;
    }
    state = next;
    if (next == State.OPEN) {
      unread.forEach(client);
      unread.clear();
    }
  }

  /** How it is. */
  public synchronized State state() {
    return state;
  }

  void close() {
    become(State.CLOSED);
  }
}
