package parley.rooms;

import java.util.Optional;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/** Changes a room's name, topic or both; owners may. */
record UpdateRoom(Access access, Rooms rooms) implements UseCase {

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var room = input.id("room");
    var name = request.body().has("name") ? Optional.of(Wording.name(input)) : noText();
    var topic = request.body().has("topic") ? Optional.of(Wording.topic(input)) : noText();
    if (name.isEmpty() && topic.isEmpty()) {
      input.reject("name", "must be given, or topic, or both");
    }
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    return access
        .view(request.caller().user(), room)
        .map(view -> change(view, name, topic))
        .orElseGet(() -> Reply.refused(Access.NO_ROOM));
  }

  private Reply change(Access.View view, Optional<String> name, Optional<String> topic) {
    return view.administer()
        .map(Reply::refused)
        .orElseGet(() -> Reply.ok(rooms.change(view.room(), name, topic).json(view.mine())));
  }

  private static Optional<String> noText() {
    return Optional.empty();
  }
}
