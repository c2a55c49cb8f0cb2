package parley.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Tells other functions of the rooms of which somebody is a member now, with their names: {@code
 * {user}} of them all, {@code {user, rooms}} of those alone; answered with {@code {rooms}}. Of them
 * all it may miss what changed a moment ago, and what comes after the first 500.
 */
record FindRooms(Rooms rooms, Members members) implements UseCase {

  /** What one read of the table gives at most. */
  private static final int MAX_ROOMS = 100;

  private static final int MAX_PAGES = 5;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var user = input.id("user");
    var named = input.has("rooms") ? input.ids("rooms", MAX_ROOMS) : List.<String>of();
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(
            () -> Reply.ok(told(named.isEmpty() ? all(user) : members.find(user, unique(named)))));
  }

  private List<Membership> all(String user) {
    var found = new ArrayList<Membership>();
    var next = "";
    for (var pages = 0; pages < MAX_PAGES; pages++) {
      var page = members.roomsOf(user, next, MAX_ROOMS);
      found.addAll(page.rows());
      next = page.next();
      if (next.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private Object told(List<Membership> memberships) {
    var json = Json.object();
    var list = json.putArray("rooms");
    var active =
        memberships.stream().filter(Membership::active).map(Membership::room).distinct().toList();
    for (var from = 0; from < active.size(); from += MAX_ROOMS) {
      var some = active.subList(from, Math.min(from + MAX_ROOMS, active.size()));
      var found =
          rooms.find(some).stream().collect(Collectors.toMap(Room::room, Function.identity()));
      some.stream()
          .map(found::get)
          .filter(Objects::nonNull)
          .forEach(room -> list.add(room.json(Optional.empty())));
    }
    return json;
  }

  private static List<String> unique(List<String> rooms) {
    return rooms.stream().distinct().toList();
  }
}
