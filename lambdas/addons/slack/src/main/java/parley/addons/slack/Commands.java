package parley.addons.slack;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Reads the form that Slack posts where somebody gives the app's command. */
final class Commands {

  private static final int LONGEST = 12_000;

  private Commands() {}

  /** What was asked for at that time; empty where the form is none of a command. */
  static Optional<Heard> read(Map<String, String> form, Instant time) {
    var team = form.getOrDefault("team_id", "");
    var channel = form.getOrDefault("channel_id", "");
    var id = form.getOrDefault("trigger_id", "");
    if (team.isEmpty() || channel.isEmpty() || id.isEmpty() || !form.containsKey("command")) {
      return Optional.empty();
    }
    var words = form.getOrDefault("text", "").strip();
    return Optional.of(
        new Heard.Command(
            new Place(team, channel),
            id,
            form.get("command"),
            form.getOrDefault("user_id", ""),
            words.substring(0, Math.min(words.length(), LONGEST)),
            form.getOrDefault("response_url", ""),
            time.getEpochSecond()));
  }
}
