package parley.local.outside.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import parley.local.outside.Answer;

/** Slack's Web API, for an app that has shown its token. */
record WebApi(Workspace workspace, Events events) {

  /** What a method of that name answers. */
  Answer call(String method, Map<String, String> asked) {
    var channel = workspace.find(asked.getOrDefault("channel", ""));
    if (method.equals("users.info")) {
      return said(user(asked.getOrDefault("user", "")));
    }
    return channel
        .map(found -> call(method, found, asked))
        .orElseGet(() -> refused("channel_not_found"));
  }

  private Answer call(String method, Channel channel, Map<String, String> asked) {
    return switch (method) {
      case "chat.postMessage" -> post(channel, asked);
      case "chat.update" -> update(channel, asked);
      case "chat.delete" -> delete(channel, asked);
      case "conversations.info" -> said(described(channel));
      case "conversations.history" ->
          new History(workspace.all(channel).reversed())
              .page(asked)
              .map(WebApi::said)
              .orElseGet(() -> refused("invalid_cursor"));
      case "conversations.replies" ->
          message(channel, asked)
              .map(first -> said(listed(first)))
              .orElseGet(() -> refused("thread_not_found"));
      default -> refused("unknown_method");
    };
  }

  private Answer post(Channel channel, Map<String, String> asked) {
    var outcome = workspace.post(channel, asked);
    var message = outcome.message();
    if (message == null) {
      return refused(outcome.error());
    }
    events.posted(channel, message);
    return said(ok().put("channel", channel.id).put("ts", message.ts()));
  }

  private Answer update(Channel channel, Map<String, String> asked) {
    return message(channel, asked)
        .map(
            message -> {
              if (!message.ofApp()) {
                return refused("cant_update_message");
              }
              var now = workspace.change(channel, message, asked.getOrDefault("text", ""));
              events.changed(channel, message, now);
              return said(ok().put("ts", now.ts()));
            })
        .orElseGet(() -> refused("message_not_found"));
  }

  private Answer delete(Channel channel, Map<String, String> asked) {
    return message(channel, asked)
        .map(
            message -> {
              if (!message.ofApp()) {
                return refused("cant_delete_message");
              }
              workspace.delete(channel, message);
              events.deleted(channel, message);
              return said(ok().put("ts", message.ts()));
            })
        .orElseGet(() -> refused("message_not_found"));
  }

  private Optional<Message> message(Channel channel, Map<String, String> asked) {
    return workspace.message(channel, asked.getOrDefault("ts", ""));
  }

  private static ObjectNode user(String id) {
    var name = Workspace.PEOPLE.get(id);
    if (name == null) {
      return Json.object().put("ok", false).put("error", "user_not_found");
    }
    var json = ok();
    var user = json.putObject("user").put("id", id).put("real_name", name);
    user.putObject("profile").put("display_name", name);
    return json;
  }

  private static ObjectNode described(Channel channel) {
    var json = ok();
    json.putObject("channel")
        .put("id", channel.id)
        .put("name", channel.name)
        .put("is_member", channel.hasApp);
    return json;
  }

  private static ObjectNode listed(Message message) {
    var json = ok();
    json.putArray("messages").add(message.json());
    return json;
  }

  private static ObjectNode ok() {
    return Json.object().put("ok", true);
  }

  private static Answer said(ObjectNode json) {
    return Answer.json(200, json.toString());
  }

  static Answer refused(String error) {
    if (error.equals("ratelimited")) {
      return wait(Duration.ofSeconds(1));
    }
    return Answer.json(200, failed(error));
  }

  /** Too much was asked; after that time again. */
  static Answer wait(Duration time) {
    var headers =
        Map.of("Retry-After", Long.toString(time.toSeconds()), "Content-Type", "application/json");
    return new Answer(429, headers, failed("ratelimited").getBytes(UTF_8));
  }

  private static String failed(String error) {
    return Json.object().put("ok", false).put("error", error).toString();
  }
}
