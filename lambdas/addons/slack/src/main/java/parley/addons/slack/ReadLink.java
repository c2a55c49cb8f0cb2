package parley.addons.slack;

import java.time.Instant;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Tells a room's members with which channel it is linked: {@code {linked, channel, by, at}}. */
record ReadLink(Owners owners, Links links) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    return input
        .refusal()
        .or(() -> owners.see(request, room))
        .map(Reply::refused)
        .orElseGet(() -> Reply.ok(told(room)));
  }

  private Object told(String room) {
    var json = Json.object();
    var link = links.ofRoom(room);
    json.put("linked", link.isPresent());
    link.ifPresent(
        found ->
            json.put("channel", found.name())
                .put("by", found.by())
                .put("at", Instant.ofEpochSecond(found.at()).toString()));
    return json;
  }
}
