package parley.addons.sms;

import java.util.Locale;
import java.util.Set;
import parley.addons.sms.Follows.Mode;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Sets of which messages of a room the caller wants an SMS: {@code {room, mode}}. */
record FollowRoom(Follows follows, Company company) implements UseCase {

  private static final Set<String> MODES = Set.of("none", "mentions", "all");

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var mode = input.oneOf("mode", MODES);
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> follow(request.caller().user(), room, mode));
  }

  private Reply follow(String user, String room, String mode) {
    if (company.room(user, room).isEmpty()) {
      return Reply.refused(Refusal.notFound("room"));
    }
    follows.choose(user, room, Mode.valueOf(mode.toUpperCase(Locale.ROOT)));
    return Reply.done();
  }
}
