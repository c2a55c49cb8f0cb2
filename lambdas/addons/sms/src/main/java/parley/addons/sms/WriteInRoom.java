package parley.addons.sms;

import java.time.Instant;
import java.util.function.Consumer;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Writes an SMS in a room, in the name of whoever sent it: once, however often it is tried. The
 * pictures that came with it are kept before it is written, so that whoever sees it can see them.
 *
 * @param keep keeps them
 * @param album knows which pictures a message has
 * @param postMessage messages' function of that name
 * @param queue takes what its sender is told where that cannot be
 */
record WriteInRoom(KeepPictures keep, Album album, Peer postMessage, Consumer<Outgoing> queue) {

  /** The add-on's name. */
  static final String APP = "sms";

  private static final int BUSY = 429;

  /**
   * Throws where it is to be tried again.
   *
   * @param end after which nothing more is fetched
   */
  void write(Written sms, Instant end) {
    var kept = keep.keep(sms, end);
    var asked =
        Json.object()
            .put("room", sms.room())
            .put("app", APP)
            .put("id", sms.sid())
            .put("user", sms.user())
            .put("text", kept.said(sms.text()));
    kept.data().ifPresent(data -> asked.set("data", data));
    var reply = postMessage.ask(Request.inside(APP, asked));
    if (reply.status() == BUSY) {
      throw new IllegalStateException("the room is busy");
    }
    if (reply.succeeded()) {
      stands(sms, Json.tree(reply.body()).path("seq").asLong());
    } else {
      album.remove(sms.room(), KeepPictures.ids(sms));
      System.err.println("an SMS was not written: the room refused with " + reply.status());
      queue.accept(
          Outgoing.about(
              sms.sid(),
              sms.user(),
              "Your message was not written: it is too long, or you are not in that room any more."));
    }
  }

  private void stands(Written sms, long seq) {
    if (!sms.attachments().isEmpty()) {
      album.stands(sms.room(), seq, KeepPictures.ids(sms));
    }
  }
}
