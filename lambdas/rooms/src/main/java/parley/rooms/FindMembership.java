package parley.rooms;

import java.util.List;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Tells other functions of which of some rooms somebody is a member now. */
record FindMembership(Members members) implements UseCase {

  /** What one read of the table gives at most. */
  private static final int MAX_ROOMS = 100;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var user = input.id("user");
    var rooms = input.ids("rooms", MAX_ROOMS);
    return input.refusal().map(Reply::refused).orElseGet(() -> Reply.ok(found(user, rooms)));
  }

  private Object found(String user, List<String> rooms) {
    var json = Json.object();
    var list = json.putArray("rooms");
    members.find(user, rooms.stream().distinct().toList()).stream()
        .filter(Membership::active)
        .map(Membership::room)
        .forEach(list::add);
    return json;
  }
}
