package parley.rooms;

import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Tells other functions what a room is called and who is in it now: {@code {room}}, answered with
 * {@code {name, members}}; or of one person only, {@code {room, user}}, answered with {@code {name,
 * role}}, where the role is empty if they are no member.
 */
record DescribeRoom(Rooms rooms, Members members) implements UseCase {

  private static final int MAX_MEMBERS = 1_000;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var user = input.has("user") ? input.id("user") : "";
    if (input.refusal().isPresent()) {
      return Reply.refused(input.refusal().get());
    }
    return rooms
        .find(room)
        .map(found -> told(found, user))
        .orElseGet(() -> Reply.refused(Access.NO_ROOM));
  }

  private Reply told(Room room, String user) {
    var json = Json.object().put("name", room.name());
    if (!user.isEmpty()) {
      var mine = members.find(room.room(), user).filter(Membership::active);
      return Reply.ok(json.put("role", mine.map(m -> m.role().text()).orElse("")));
    }
    var list = json.putArray("members");
    for (var member : members.of(room.room(), MAX_MEMBERS)) {
      list.addObject().put("user", member.user()).put("role", member.role().text());
    }
    return Reply.ok(json);
  }
}
