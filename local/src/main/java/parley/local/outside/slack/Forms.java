package parley.local.outside.slack;

import static parley.local.outside.Form.Field.choice;
import static parley.local.outside.Form.Field.lines;
import static parley.local.outside.Form.Field.text;

import java.util.List;
import java.util.Map;
import parley.local.outside.Form;

/** What people do in the workspace, and what the app's owner does. */
final class Forms {

  private Forms() {}

  static List<Form> of(List<String> channels) {
    var channel = choice("channel", "Channel", channels);
    var user = choice("user", "Who", List.copyOf(Workspace.PEOPLE.values()));
    var ts = text("ts", "The message's ts", "");
    return List.of(
        new Form(
            "write",
            "Write in a channel",
            List.of(
                channel,
                user,
                lines("text", "Text", "hello"),
                text("thread", "The ts of the thread's first message", ""))),
        new Form("change", "Change a message", List.of(channel, ts, lines("text", "Text", ""))),
        new Form("delete", "Delete a message", List.of(channel, ts)),
        new Form("tell-again", "Tell the app of a message again", List.of(channel, ts)),
        new Form(
            "command",
            "Give the app's command",
            List.of(channel, user, text("text", "Words behind the command", "who"))),
        new Form("answers", "Read the answers to commands", List.of()),
        new Form("read", "Read a channel", List.of(channel)),
        new Form(
            "invite",
            "Invite the app to a channel, or send it away",
            List.of(channel, choice("member", "In the channel", List.of("yes", "no")))),
        new Form("verify", "Verify the app's address", List.of()),
        new Form(
            "trouble",
            "Be in trouble",
            List.of(choice("kind", "What is the matter", Trouble.kinds()))));
  }

  /** The id of whoever was chosen by name. */
  static String user(Map<String, String> fields) {
    return Workspace.PEOPLE.entrySet().stream()
        .filter(person -> person.getValue().equals(fields.get("user")))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
