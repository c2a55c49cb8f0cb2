package parley.rooms;

import java.util.Optional;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Ends somebody's membership; owners may. Who removes themselves leaves. To remove who is no member
 * is well.
 */
record RemoveMember(Access access, Roster roster, Departure departure, Leave leave)
    implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var user = input.id("user");
    var by = request.caller().user();
    var refusal = input.refusal();
    if (refusal.isEmpty() && user.equals(by)) {
      return leave.handle(request);
    }
    return refusal
        .or(() -> roster.change(request.requestId(), room, user, m -> decide(room, by, m)))
        .map(Reply::refused)
        .orElseGet(Reply::done);
  }

  private Decision decide(String room, String by, Optional<Membership> member) {
    var view = access.view(by, room);
    if (view.isEmpty()) {
      return new Decision.Refused(Access.NO_ROOM);
    }
    var refusal = view.get().administer();
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    return member
        .filter(Membership::active)
        .map(active -> departure.of(view.get().room(), active, by))
        .orElseGet(Decision.Settled::new);
  }
}
