package parley.addons.typing;

import java.time.Duration;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Shows a room that the caller is typing there: {@code {room}}, answered with {@code {shown}}. It
 * is false where that was shown a moment ago, or where too many hear the room.
 *
 * @param broadcast connections' function of that name
 * @param largestRoom how many sockets may hear a room in which it is shown
 */
record ShowTyping(Peer broadcast, int largestRoom) implements UseCase {

  /** The type of the frame that the others are sent. */
  private static final String KIND = "typing";

  /** Clients show it for 3 s, and send a little less often than this allows. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    return input.refusal().map(Reply::refused).orElseGet(() -> show(request, room));
  }

  /**
   * A failure would be told to all that waits on the socket, messages too: it is not worth that.
   */
  private Reply show(Request request, String room) {
    try {
      return broadcast.ask(Request.inside(request.requestId(), asked(request, room)));
    } catch (RuntimeException e) {
      System.err.println("who is typing could not be shown: " + e);
      return Reply.ok(Json.object().put("shown", false));
    }
  }

  private Object asked(Request request, String room) {
    return Json.object()
        .put("room", room)
        .put("user", request.caller().user())
        .put("connection", request.caller().connection())
        .put("kind", KIND)
        .put("every", EVERY.toMillis())
        .put("most", largestRoom);
  }
}
