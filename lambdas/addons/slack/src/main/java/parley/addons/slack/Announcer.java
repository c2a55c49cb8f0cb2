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
   * @return false where the room takes nothing; then the link has ended
   */
  boolean begin(Link link) {
    var text =
        "This room is linked with %s in Slack now, by %s: what is written in one is seen in both."
            .formatted(link.name(), link.by());
    var told = room.post(link.room(), "link:" + link.request(), FROM, text);
    if (told.isEmpty()) {
      if (links.end(link, text)) {
        links.forget(link.ended(text));
      }
      return false;
    }
    links.begin(link, told.getAsLong());
    return true;
  }

  /**
   * Ends a link, and tells the room why.
   *
   * @return false where others changed it meanwhile
   */
  boolean end(Link link, String why) {
    return links.end(link, why) && finish(Optional.of(link.ended(why)));
  }

  /** Tells a room what it was not told yet: that a link has ended. */
  boolean finish(Optional<Link> ended) {
    ended.ifPresent(
        link -> {
          room.post(link.room(), "ended:" + link.request(), FROM, link.ending());
          links.forget(link);
        });
    return ended.isPresent();
  }
}
