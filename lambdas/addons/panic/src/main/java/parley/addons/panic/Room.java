package parley.addons.panic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Reply;
import parley.kernel.Request;

/**
 * What is written of alarms in their rooms, each once: the alarm, that nobody acknowledged it, and
 * who did. Each message's data names the alarm and the step, for the page.
 *
 * @param messages the function that writes for add-ons
 */
record Room(Peer messages) {

  private static final String APP = "panic";

  /** Writes what was pressed. */
  Reply raised(String requestId, Alarm alarm, Press press) {
    var data = data(alarm, "raised").put("click", press.click().name());
    if (!press.battery().isEmpty()) {
      data.put("battery", press.battery());
    }
    var body = message(alarm, "raised", alarm.line(), data).put("from", alarm.name());
    return messages.ask(Request.inside(requestId, body));
  }

  /** Writes that nobody acknowledged it, and what was done then. */
  Reply escalated(String requestId, Alarm alarm, String what) {
    var text = "%s – %s".formatted(what, alarm.line());
    var body = message(alarm, "escalated", text, data(alarm, "escalated"));
    return messages.ask(Request.inside(requestId, body.put("from", alarm.name())));
  }

  /** Writes in somebody's name that they acknowledge it. */
  Reply acknowledged(String requestId, Alarm alarm, String user) {
    var text = "I acknowledge: %s".formatted(alarm.line());
    var body = message(alarm, "acknowledged", text, data(alarm, "acknowledged"));
    return messages.ask(Request.inside(requestId, body.put("user", user)));
  }

  private static ObjectNode message(Alarm alarm, String step, String text, ObjectNode data) {
    var body =
        Json.object()
            .put("room", alarm.room())
            .put("app", APP)
            .put("id", "%s-%s".formatted(alarm.alarm(), step))
            .put("text", text);
    body.set("data", data);
    return body;
  }

  private static ObjectNode data(Alarm alarm, String step) {
    return Json.object()
        .put("alarm", alarm.alarm())
        .put("step", step)
        .put("place", alarm.place())
        .put("name", alarm.name());
  }
}
