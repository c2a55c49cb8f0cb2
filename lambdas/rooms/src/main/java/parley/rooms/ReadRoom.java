package parley.rooms;

import parley.kernel.Json;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Shows a room and its members; their read marks only to one another. */
record ReadRoom(Access access, Members members) implements UseCase {

  private static final int MAX_MEMBERS = 1_000;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    return input.refusal().map(Reply::refused).orElseGet(() -> read(room, request.caller().user()));
  }

  private Reply read(String room, String user) {
    return access.view(user, room).map(this::shown).orElseGet(() -> Reply.refused(Access.NO_ROOM));
  }

  private Reply shown(Access.View view) {
    var json = view.room().json(view.mine());
    var list = json.putArray("members");
    for (var member : members.of(view.room().room(), MAX_MEMBERS)) {
      var shown = Json.object().put("user", member.user()).put("role", member.role().text());
      if (view.member()) {
        shown.set("read", member.read().json());
      }
      list.add(shown);
    }
    return Reply.ok(json);
  }
}
