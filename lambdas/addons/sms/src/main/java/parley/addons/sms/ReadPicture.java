package parley.addons.sms;

import java.util.Base64;
import java.util.List;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Shows a picture of a room to a member of it: {@code {room, media}}, answered with {@code {type,
 * data}}, of which the data is base64.
 *
 * @param members rooms' function that tells of which rooms somebody is a member
 */
record ReadPicture(Peer members, Pictures pictures) implements UseCase {

  private static final Refusal NONE = Refusal.notFound("picture");

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var media = input.id("media");
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    if (!isMember(request.requestId(), request.caller().user(), room)) {
      return Reply.refused(NONE);
    }
    return pictures.find(room, media).map(ReadPicture::shown).orElseGet(() -> Reply.refused(NONE));
  }

  private boolean isMember(String requestId, String user, String room) {
    var asked = Json.object().put("user", user);
    asked.set("rooms", Json.tree(List.of(room)));
    var reply = members.ask(Request.inside(requestId, asked));
    return Json.tree(reply.body())
        .path("rooms")
        .valueStream()
        .anyMatch(found -> found.asText().equals(room));
  }

  private static Reply shown(Picture picture) {
    return Reply.ok(
        Json.object()
            .put("type", picture.type())
            .put("data", Base64.getEncoder().encodeToString(picture.bytes())));
  }
}
