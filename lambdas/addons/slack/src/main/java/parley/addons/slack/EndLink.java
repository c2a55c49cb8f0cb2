package parley.addons.slack;

import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Lets a room's owner end its link, and tells the room: {@code {ended}}, false where none was. */
record EndLink(Owners owners, Links links, Room room) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var asked = input.id("room");
    return input
        .refusal()
        .or(() -> owners.change(request, asked))
        .map(Reply::refused)
        .orElseGet(() -> Reply.ok(Json.object().put("ended", end(asked))));
  }

  private boolean end(String asked) {
    var link = links.ofRoom(asked);
    // First: where the room is busy, whoever asks again still finds the link.
    link.ifPresent(
        was ->
            room.post(
                was.room(),
                "ended:" + was.request(),
                "Slack",
                "The link with %s in Slack has ended.".formatted(was.name())));
    return link.filter(links::unlink).isPresent();
  }
}
