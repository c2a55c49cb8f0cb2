package parley.rooms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import parley.kernel.Ids;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Makes a room of the caller's, or opens the direct room with somebody.
 *
 * <p>The room's id follows from who asks for what, so a retry finds the room that is there, and
 * finishes what a former attempt has left.
 */
record CreateRoom(Access access, Roster roster, People people, Ids ids) implements UseCase {

  /** Two who open the same room at once may both have to look again. */
  private static final int ROUNDS = 4;

  private static final Refusal BUSY =
      new Refusal(429, "busy", "the room is being opened just now: try again in a moment");

  @Override
  public Reply handle(Request request) {
    return request.params().has("user") ? direct(request) : room(request);
  }

  private Reply room(Request request) {
    var input = request.input();
    var clientId = input.uuid("clientId");
    var name = Wording.name(input);
    var topic = input.has("topic") ? Wording.topic(input) : "";
    var open = input.oneOf("visibility", Set.of("public", "private")).equals("public");
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var user = request.caller().user();
    var room = new Room(Ids.derived("room", user, clientId), name, topic, open, 1, List.of());
    var owner = member(room, user, Role.OWNER, user);
    return made(request, room, List.of(owner))
        .map(Reply::refused)
        .orElseGet(() -> shown(room, user, Reply::created));
  }

  private Reply direct(Request request) {
    var input = request.input();
    var other = input.id("user");
    var user = request.caller().user();
    if (other.equals(user)) {
      input.reject("user", "is yourself: a direct room has two people");
    }
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var two = Stream.of(user, other).sorted().toList();
    var room = Room.direct(Ids.derived("direct", two.getFirst(), two.getLast()), two);
    var members =
        List.of(member(room, user, Role.MEMBER, user), member(room, other, Role.MEMBER, user));
    if (access.rooms().find(room.room()).isEmpty() && !people.exist(request.requestId(), other)) {
      return Reply.refused(People.NOBODY);
    }
    return made(request, room, members)
        .map(Reply::refused)
        .orElseGet(() -> shown(room, user, Reply::ok));
  }

  private Membership member(Room room, String user, Role role, String by) {
    var kind = user.equals(by) ? Change.Kind.JOINED : Change.Kind.ADDED;
    return Membership.first(room.room(), user, role, Change.of(ids.next(), kind, by));
  }

  /** Makes the room where it is not there, and takes its first members' changes to all peers. */
  private Optional<Refusal> made(Request request, Room room, List<Membership> first) {
    for (var round = 0; round < ROUNDS; round++) {
      if (access.rooms().find(room.room()).isPresent() || access.rooms().open(room, first)) {
        return told(request, first);
      }
    }
    return Optional.of(BUSY);
  }

  private Optional<Refusal> told(Request request, List<Membership> first) {
    for (var member : first) {
      var there = access.members().find(member.room(), member.user());
      var refusal = there.flatMap(found -> roster.tell(request.requestId(), found));
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /** Whoever made a room may have been removed since: it is shown to who may see it now. */
  private Reply shown(Room made, String user, Function<Object, Reply> reply) {
    return access
        .view(user, made.room())
        .map(view -> reply.apply(view.room().json(view.mine())))
        .orElseGet(() -> Reply.refused(Access.NO_ROOM));
  }
}
