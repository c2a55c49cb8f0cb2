package parley.addons.slack;

/**
 * That a room and a channel are one.
 *
 * @param room the room's id
 * @param place the channel
 * @param name the channel's, as it was when they were linked
 * @param by the name of who linked them
 * @param at the second of the epoch in which they were linked
 * @param since the room's seq at that moment: what stands before it is not sent
 * @param request Slack's id of the command that linked them
 */
record Link(
    String room, Place place, String name, String by, long at, long since, String request) {}
