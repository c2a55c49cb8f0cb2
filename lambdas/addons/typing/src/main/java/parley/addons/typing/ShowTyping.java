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

  /** Clients show it for 3 s, and so without a gap while somebody goes on. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> broadcast.ask(Request.inside(request.requestId(), asked(request, room))));
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
