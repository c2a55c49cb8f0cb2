package parley.addons.slack;

/**
 * A channel of Slack.
 *
 * @param team the workspace's id
 * @param channel the channel's id, in that workspace
 */
record Place(String team, String channel) {}
