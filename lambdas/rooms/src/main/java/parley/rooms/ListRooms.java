package parley.rooms;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.kernel.Input;
import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Lists the caller's rooms, or the public ones, by pages. A page's {@code next} is for its scope,
 * and nothing for a client to look into.
 */
record ListRooms(Rooms rooms, Members members) implements UseCase {

  private static final int PAGE = 100;
  private static final int MAX_TOKEN = 2_000;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var scope = input.oneOf("scope", Set.of("mine", "public"));
    var mine = scope.equals("mine");
    var next = input.has("next") ? (mine ? input.id("next") : entry(input)) : "";
    var user = request.caller().user();
    return input
        .refusal()
        .map(Reply::refused)
        .orElseGet(() -> Reply.ok(mine ? mine(user, next) : open(user, next)));
  }

  private static String entry(Input input) {
    var entry = Listing.parse(input.text("next", 1, MAX_TOKEN));
    if (entry.isEmpty()) {
      input.reject("next", "must be what the page before gave");
    }
    return entry.orElse("");
  }

  private Object mine(String user, String next) {
    var page = members.roomsOf(user, next, PAGE);
    var found =
        rooms.find(page.rows().stream().map(Membership::room).toList()).stream()
            .collect(Collectors.toMap(Room::room, Function.identity()));
    var json = Json.object();
    var list = json.putArray("rooms");
    for (var membership : page.rows()) {
      var room = Optional.ofNullable(found.get(membership.room()));
      room.ifPresent(there -> list.add(there.json(Optional.of(membership))));
    }
    return page.next().isEmpty() ? json : json.put("next", page.next());
  }

  private Object open(String user, String next) {
    var page = rooms.listed(next, PAGE);
    var memberships =
        members.find(user, page.rows().stream().map(Room::room).toList()).stream()
            .collect(Collectors.toMap(Membership::room, Function.identity()));
    var json = Json.object();
    var list = json.putArray("rooms");
    for (var room : page.rows()) {
      list.add(room.json(Optional.ofNullable(memberships.get(room.room()))));
    }
    return page.next().isEmpty() ? json : json.put("next", Listing.token(page.next()));
  }
}
