package parley.addons.slack;

/** What Slack gave the instance: read when it is needed, and kept for a while. */
interface Keys {

  /** What Slack signs with; "" where nobody has put it there yet. */
  String signingSecret();

  /** The same, read anew: for what was signed after a change. */
  String freshSigningSecret();

  /** As whom this app speaks in the workspace; "" where nobody has put it there yet. */
  String botToken();

  /** The same, read anew: for a token that Slack does not know any more. */
  String freshBotToken();
}
