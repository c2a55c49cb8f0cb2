package parley.local.outside.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A message of a channel.
 *
 * @param ts what it is known by in its channel
 * @param thread the {@code ts} of the first message of its thread; "" where it is in none
 * @param user who wrote it; the bot's user where the app did
 * @param name the name that the app gave; "" where a person wrote it
 * @param icon the emoji that the app gave in place of its picture; "" for none
 * @param edited when it was changed; "" where it was not
 * @param metadata what the app put beside it, unseen
 */
record Message(
    String ts,
    String thread,
    String user,
    String name,
    String icon,
    String text,
    String edited,
    @Nullable JsonNode metadata) {

  boolean ofApp() {
    return !name.isEmpty();
  }

  Message changed(String newText, String at) {
    return new Message(ts, thread, user, name, icon, newText, at, metadata);
  }

  /** As Slack's events and answers have it. */
  ObjectNode json() {
    var json = Json.object().put("type", "message").put("ts", ts).put("text", text);
    if (ofApp()) {
      json.put("subtype", "bot_message").put("bot_id", Workspace.BOT).put("username", name);
    } else {
      json.put("user", user);
    }
    if (!icon.isEmpty()) {
      json.putObject("icons").put("emoji", icon);
    }
    if (!thread.isEmpty()) {
      json.put("thread_ts", thread);
    }
    if (!edited.isEmpty()) {
      json.putObject("edited").put("user", user).put("ts", edited);
    }
    return json;
  }
}
