package parley.addons.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import parley.kernel.Json;
import parley.kernel.Peer;
import parley.kernel.Request;

/**
 * Writes into rooms, in this add-on's name: each thing once, however often it is asked.
 *
 * @param postMessage messages' function of that name
 */
record Room(Peer postMessage) {

  /** By this name the log knows what comes from here. */
  static final String APP = "slack";

  /** Puts a message there. Gives its seq, or none where the room does not take it. */
  OptionalLong post(String room, String id, String from, String text) {
    return ask(asked(room, id).put("text", text).put("from", from));
  }

  /** Gives a message another text. */
  void edit(String room, String id, long seq, String text) {
    ask(asked(room, id).put("kind", "edit").put("target", seq).put("text", text));
  }

  /** Takes a message away. */
  void delete(String room, String id, long seq) {
    ask(asked(room, id).put("kind", "deletion").put("target", seq));
  }

  private static ObjectNode asked(String room, String id) {
    return Json.object().put("room", room).put("app", APP).put("id", id);
  }

  /** A room that is busy takes it later; any other refusal would be the same then. */
  private OptionalLong ask(ObjectNode body) {
    var reply = postMessage.ask(Request.inside(APP, body));
    var said = Json.tree(reply.body());
    if (reply.status() == 429 || reply.status() >= 500) {
      throw new IllegalStateException("the room is busy");
    }
    if (!reply.succeeded()) {
      System.err.println("a room did not take what came from Slack: " + said.path("code").asText());
      return OptionalLong.empty();
    }
    return OptionalLong.of(said.path("seq").asLong());
  }
}
