package parley.addons.slack;

import java.util.Optional;

/**
 * Lets links begin and end, and tells the room: after it is so, since whoever hears of it looks.
 * Where the room is busy, whoever tries again tells it.
 */
record Announcer(Links links, Room room) {

  private static final String FROM = "Slack";

  /**
   * Tells a room that it is linked: what is written there from then on is sent.
   *
   * @return false where the room takes nothing, or the link has ended meanwhile
   */
  boolean begin(Link link) {
    var text =
        "This room is linked with %s in Slack now, by %s: what is written in one is seen in both."
            .formatted(link.name(), link.by());
    var told = room.post(link.room(), "link:" + link.request(), FROM, text);
    if (told.isEmpty()) {
      links.forget(link);
      return false;
    }
    var begun = link.begun(told.getAsLong());
    return links.replace(link, begun) || links.ofRoom(link.room()).equals(Optional.of(begun));
  }

  /**
   * Ends a link, and tells the room why.
   *
   * @return false where it had ended already
   */
  boolean end(Link link, String why) {
    var ended = links.end(link, why, false);
    ended.ifPresent(this::finish);
    return ended.isPresent();
  }

  /** Tells a room that its link has ended, where it was not told yet. */
  void tellEnd(Link ended) {
    room.post(ended.room(), "ended:" + ended.request(), FROM, ended.ending());
  }

  /** The same, and nobody else is to be told. */
  void finish(Link ended) {
    tellEnd(ended);
    links.forget(ended);
  }
}
