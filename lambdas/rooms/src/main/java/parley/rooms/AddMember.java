package parley.rooms;

import java.util.Optional;
import parley.kernel.Ids;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Makes somebody a member of a room, or gives a member another role; owners may. */
record AddMember(Access access, Roster roster, People people, Ids ids) implements UseCase {

  /** What is asked for. */
  private record Wish(String requestId, String by, String room, String user, Role role) {

    boolean fulfilled(Optional<Membership> membership) {
      return membership.filter(m -> m.active() && m.role() == role).isPresent();
    }

    /** An owner who gave up being one is none when they ask again. */
    boolean ownRole() {
      return by.equals(user);
    }
  }

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var user = input.id("user");
    var role = input.oneOf("role", Role.TEXTS);
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var wish = new Wish(request.requestId(), request.caller().user(), room, user, Role.of(role));
    return roster
        .change(wish.requestId(), room, user, before -> decide(wish, before))
        .map(Reply::refused)
        .orElseGet(Reply::done);
  }

  private Decision decide(Wish wish, Optional<Membership> before) {
    var view = access.view(wish.by(), wish.room());
    if (view.isEmpty()) {
      return new Decision.Refused(Access.NO_ROOM);
    }
    var room = view.get().room();
    var refusal = view.get().administer();
    if (wish.fulfilled(before) && !room.direct() && (refusal.isEmpty() || wish.ownRole())) {
      return new Decision.Settled();
    }
    if (refusal.isPresent()) {
      return new Decision.Refused(refusal.get());
    }
    return before
        .filter(Membership::active)
        .map(member -> changed(wish, room, member))
        .orElseGet(() -> added(wish, room, before));
  }

  private Decision changed(Wish wish, Room room, Membership member) {
    return member.owner() && room.owners() <= 1
        ? new Decision.Refused(Departure.LAST_OWNER)
        : new Decision.Changed(room, member.with(wish.role(), change(Change.Kind.ROLE, wish.by())));
  }

  private Decision added(Wish wish, Room room, Optional<Membership> former) {
    if (!people.exist(wish.requestId(), wish.user())) {
      return new Decision.Refused(People.NOBODY);
    }
    var change = change(Change.Kind.ADDED, wish.by());
    return new Decision.Changed(
        room,
        former
            .map(before -> before.with(wish.role(), change))
            .orElseGet(() -> Membership.first(wish.room(), wish.user(), wish.role(), change)));
  }

  private Change change(Change.Kind kind, String by) {
    return Change.of(ids.next(), kind, by);
  }
}
