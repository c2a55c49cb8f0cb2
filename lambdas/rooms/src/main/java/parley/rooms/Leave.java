package parley.rooms;

import java.util.Optional;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Ends the caller's own membership. To leave what one has left already is well. */
record Leave(Access access, Roster roster, Departure departure) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var user = request.caller().user();
    return input
        .refusal()
        .or(() -> roster.change(request.requestId(), room, user, mine -> decide(room, user, mine)))
        .map(Reply::refused)
        .orElseGet(Reply::done);
  }

  private Decision decide(String room, String user, Optional<Membership> mine) {
    if (mine.filter(m -> m.change().kind() == Change.Kind.LEFT).isPresent()) {
      return new Decision.Settled();
    }
    var view = access.view(user, room);
    if (view.isEmpty()) {
      return new Decision.Refused(Access.NO_ROOM);
    }
    var seen = view.get().room();
    if (seen.direct()) {
      return new Decision.Refused(Access.DIRECT);
    }
    return mine.filter(Membership::active)
        .map(member -> departure.of(seen, member, user))
        .orElseGet(Decision.Settled::new);
  }
}
