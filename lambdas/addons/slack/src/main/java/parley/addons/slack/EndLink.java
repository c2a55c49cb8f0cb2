package parley.addons.slack;

import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Lets a room's owner end its link, and tells the room: {@code {ended}}, false where none was. */
record EndLink(Owners owners, Links links, Announcer announcer) implements UseCase {

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
    return links
        .ofRoom(asked)
        .map(
            link ->
                announcer.end(link, "The link with %s in Slack has ended.".formatted(link.name())))
        .orElseGet(() -> announcer.finish(links.endedOfRoom(asked)));
  }
}
