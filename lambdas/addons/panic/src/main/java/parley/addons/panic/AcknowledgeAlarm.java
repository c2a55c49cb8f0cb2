package parley.addons.panic;

import java.time.Clock;
import java.util.List;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Refusal;
import parley.kernel.Reply;
import parley.kernel.Request;
import parley.kernel.UseCase;

/**
 * Acknowledges an alarm of a room for the caller, who must be a member: {@code {room, alarm}},
 * answered with {@code {alarm, user, time}} of whoever was the first. The room hears of it once.
 *
 * @param members rooms' function that tells of which rooms somebody is a member
 */
record AcknowledgeAlarm(Alarms alarms, Peer members, Room room, Clock clock) implements UseCase {

  private static final Refusal NO_ALARM = Refusal.notFound("alarm");
  private static final int NOT_FOUND = 404;

  @Override
  public Reply handle(Request request) {
    var input = request.input();
    var inRoom = input.id("room");
    var alarm = input.id("alarm");
    var refusal = input.refusal();
    if (refusal.isPresent()) {
      return Reply.refused(refusal.get());
    }
    var user = request.caller().user();
    if (!isMember(request.requestId(), user, inRoom)) {
      return Reply.refused(NO_ALARM);
    }
    return alarms
        .acknowledge(alarm, inRoom, new Alarm.Acknowledgement(user, clock.instant()))
        .map(acknowledged -> told(request.requestId(), acknowledged))
        .orElseGet(() -> Reply.refused(NO_ALARM));
  }

  private boolean isMember(String requestId, String user, String inRoom) {
    var asked = Json.object().put("user", user);
    asked.set("rooms", Json.tree(List.of(inRoom)));
    var reply = members.ask(Request.inside(requestId, asked));
    return Json.tree(reply.body())
        .path("rooms")
        .valueStream()
        .anyMatch(found -> found.asText().equals(inRoom));
  }

  private Reply told(String requestId, Alarm alarm) {
    var by = alarm.acknowledged().orElseThrow();
    var reply = room.acknowledged(requestId, alarm, by.user());
    // Whoever was the first may have left since, and stays the first.
    return reply.succeeded() || reply.status() == NOT_FOUND
        ? Reply.ok(
            Json.object()
                .put("alarm", alarm.alarm())
                .put("user", by.user())
                .put("time", by.time().toString()))
        : reply;
  }
}
