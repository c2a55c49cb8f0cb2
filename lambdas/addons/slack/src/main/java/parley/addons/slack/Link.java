package parley.addons.slack;

/**
 * That a room and a channel are one.
 *
 * @param room the room's id
 * @param place the channel
 * @param name the channel's, as it was when they were linked
 * @param by the name of who linked them
 * @param at the second of the epoch in which they were linked
 * @param since the room's seq at that moment: what stands before it is not sent; 0 until it is
 *     known
 * @param request Slack's id of the command that linked them
 * @param ending what the room is yet to be told of its end; "" where it stands
 * @param farewell whether the channel is yet to be told of its end
 */
record Link(
    String room,
    Place place,
    String name,
    String by,
    long at,
    long since,
    String request,
    String ending,
    boolean farewell) {

  /** One of which the room was not told yet. */
  static Link made(String room, Place place, String name, String by, long at, String request) {
    return new Link(room, place, name, by, at, 0, request, "", false);
  }

  boolean hasBegun() {
    return since > 0;
  }

  boolean stands() {
    return ending.isEmpty();
  }

  Link begun(long seq) {
    return new Link(room, place, name, by, at, seq, request, ending, farewell);
  }

  /** The same, of which the channel is not to be told. */
  Link silent() {
    return ended(ending, false);
  }

  Link ended(String why, boolean saysFarewell) {
    return new Link(room, place, name, by, at, since, request, why, saysFarewell);
  }
}
