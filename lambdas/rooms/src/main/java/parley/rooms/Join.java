package parley.rooms;

import java.util.Optional;
import parley.kernel.Ids;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Makes the caller a member of a public room; of one that all owners have left, its owner. To join
 * where one is a member already is well.
 */
record Join(Access access, Roster roster, Ids ids) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var user = request.caller().user();
    return input
        .refusal()
        .or(() -> roster.change(request.requestId(), room, user, mine -> decide(room, user, mine)))
        .map(Reply::refused)
        .orElseGet(() -> joined(room, user));
  }

  private Decision decide(String room, String user, Optional<Membership> mine) {
    var view = access.view(user, room);
    if (view.isEmpty()) {
      return new Decision.Refused(Access.NO_ROOM);
    }
    var seen = view.get().room();
    if (seen.direct()) {
      return new Decision.Refused(Access.DIRECT);
    }
    if (mine.filter(Membership::active).isPresent()) {
      return new Decision.Settled();
    }
    if (!seen.open()) {
      return new Decision.Refused(Access.NO_ROOM);
    }
    var role = seen.owners() == 0 ? Role.OWNER : Role.MEMBER;
    var change = Change.of(ids.next(), Change.Kind.JOINED, user);
    return new Decision.Changed(
        seen,
        mine.map(former -> former.with(role, change))
            .orElseGet(() -> Membership.first(room, user, role, change)));
  }

  private Reply joined(String room, String user) {
    return access
        .view(user, room)
        .map(view -> Reply.ok(view.room().json(view.mine())))
        .orElseGet(() -> Reply.refused(Access.NO_ROOM));
  }
}
