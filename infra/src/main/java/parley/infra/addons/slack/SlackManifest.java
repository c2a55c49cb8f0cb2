package parley.infra.addons.slack;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The description by which Slack makes the app: its addresses, its command, and what it may do.
 *
 * @param settings the add-on's
 * @param api the address under which the routes are
 */
record SlackManifest(SlackSettings settings, String api) {

  /** Reads messages of channels that it is invited to, and writes there under people's names. */
  private static final List<String> SCOPES =
      List.of(
          "channels:history",
          "channels:read",
          "chat:write",
          "chat:write.customize",
          "commands",
          "groups:history",
          "groups:read",
          "users:read");

  private static final List<String> EVENTS = List.of("message.channels", "message.groups");

  /** As JSON, which Slack takes as it is. */
  String json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.putObject("display_information").put("name", settings.name());
    features(json.putObject("features"));
    SCOPES.forEach(json.putObject("oauth_config").putObject("scopes").putArray("bot")::add);
    var subscriptions = json.putObject("settings").putObject("event_subscriptions");
    subscriptions.put("request_url", api + "/slack/events");
    EVENTS.forEach(subscriptions.putArray("bot_events")::add);
    return json.toString();
  }

  /** Slack is asked to name whom a command mentions by their ids. */
  private void features(ObjectNode features) {
    features.putObject("bot_user").put("display_name", settings.name()).put("always_online", true);
    features
        .putArray("slash_commands")
        .addObject()
        .put("command", settings.command())
        .put("url", api + "/slack/commands")
        .put("description", "Links this channel with a room")
        .put("usage_hint", "link CODE, who, post WORDS, unlink")
        .put("should_escape", true);
  }
}
