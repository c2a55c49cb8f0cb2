package parley.addons.slack;

import java.util.function.Supplier;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Gives a room's owner a code, by which somebody in Slack may link a channel with the room, once
 * and soon.
 *
 * @param codes makes them
 * @param command the app's in Slack
 */
record IssueCode(Owners owners, Links links, Supplier<String> codes, String command)
    implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    return input
        .refusal()
        .or(() -> owners.change(request, room))
        .map(Reply::refused)
        .orElseGet(() -> issue(room, request.caller().user()));
  }

  private Reply issue(String room, String user) {
    var code = codes.get();
    var until = links.offer(code, room, user);
    return Reply.created(
        Json.object()
            .put("code", code)
            .put("command", "%s link %s".formatted(command, code))
            .put("expires", until.toString()));
  }
}
