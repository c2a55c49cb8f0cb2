package parley.addons.slack;

import java.util.function.Consumer;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Lets a room's owner end its link: {@code {ended}}, false where none was. Room and channel are
 * told by whoever sends.
 *
 * @param wake takes the room's id
 */
record EndLink(Owners owners, Links links, Consumer<String> wake) implements UseCase {

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
    var link = links.anyOfRoom(asked);
    var ended = link.flatMap(found -> links.end(found, why(found), true)).isPresent();
    link.ifPresent(found -> wake.accept(found.room()));
    return ended;
  }

  private static String why(Link link) {
    return "The link with %s in Slack has ended.".formatted(link.name());
  }
}
