package parley.addons.sms;

import java.util.function.Consumer;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Writes an SMS in a room, in the name of whoever sent it: once, however often it is tried.
 *
 * @param postMessage messages' function of that name
 * @param queue takes what its sender is told where that cannot be
 */
record WriteInRoom(Peer postMessage, Consumer<Outgoing> queue) {

  /** The add-on's name. */
  static final String APP = "sms";

  private static final int BUSY = 429;

  /** Throws where it is to be tried again. */
  void write(Written sms) {
    var asked =
        Json.object()
            .put("room", sms.room())
            .put("app", APP)
            .put("id", sms.sid())
            .put("user", sms.user())
            .put("text", sms.text());
    var reply = postMessage.ask(Request.inside(APP, asked));
    if (reply.status() == BUSY) {
      throw new IllegalStateException("the room is busy");
    }
    if (!reply.succeeded()) {
      System.err.println("an SMS was not written: the room refused with " + reply.status());
      queue.accept(
          Outgoing.about(
              sms.sid(),
              sms.user(),
              "Your message was not written: it is too long, or you are not in that room any more."));
    }
  }
}
