package parley.addons.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Lets links begin and end, and tells room and channel: after it is so, since whoever hears of it
 * looks. Where one of the two is busy, whoever tries again tells it.
 */
record Announcer(Links links, Room room, Slack slack) {

  private static final String FROM = "Slack";

  private static final String FAREWELL =
      "The link with the room has ended: what is written here is not seen there any more.";

  /**
   * A link of which the room was told, which it is now where it was not yet: what is written there
   * from then on is sent. Empty where the room takes nothing, or the link has ended meanwhile.
   */
  Optional<Link> told(Link link) {
    if (link.hasBegun()) {
      return Optional.of(link);
    }
    var text =
        "This room is linked with %s in Slack now, by %s: what is written in one is seen in both."
            .formatted(link.name(), link.by());
    var seq = room.post(link.room(), "link:" + link.request(), FROM, text);
    if (seq.isEmpty()) {
      links.forget(link);
      return Optional.empty();
    }
    var begun = link.begun(seq.getAsLong());
    var now = links.replace(link, begun) ? Optional.of(begun) : links.ofRoom(link.room());
    if (!now.equals(Optional.of(begun))) {
      room.delete(link.room(), "unlinked:" + link.request(), seq.getAsLong());
      return Optional.empty();
    }
    return now;
  }

  /**
   * Ends a link, and tells the room why.
   *
   * @param farewell whether somebody must tell the channel, should this be broken off
   */
  void end(Link link, String why, boolean farewell) {
    links.end(link, why, farewell).ifPresent(this::finish);
  }

  /**
   * Tells the room of a link that has ended, in place of whoever was to tell both.
   *
   * @return false where somebody tells the channel at this moment
   */
  boolean takeOver(Link ended) {
    var silent = ended.silent();
    var taken = ended.farewell() && links.replace(ended, silent);
    if (taken) {
      finish(silent);
    }
    return taken;
  }

  /** Tells the room that its link has ended. */
  void tellRoom(Link ended) {
    room.post(ended.room(), "ended:" + ended.request(), FROM, ended.ending());
  }

  /**
   * Tells the channel too, once at most: Slack does not know a message that it is sent twice, and
   * this one is a courtesy. Only by whoever holds the room's lane.
   *
   * @return after how long Slack may be asked again, where it was
   */
  Optional<Duration> tellChannel(Link ended) {
    var silent = ended.silent();
    if (!links.replace(ended, silent)) {
      links.forget(ended);
      return Optional.empty();
    }
    var message = Map.of("channel", ended.place().channel(), "text", FAREWELL);
    var answer = slack.call("chat.postMessage", message);
    if (answer instanceof Slack.Wait(var time)) {
      links.replace(silent, ended);
      return Optional.of(time);
    }
    if (answer instanceof Slack.Refused(var error)) {
      System.err.println("a channel was not told that its link has ended: " + error);
    }
    links.forget(silent);
    return Optional.of(SendWaiting.EVERY);
  }

  private void finish(Link ended) {
    tellRoom(ended);
    links.forget(ended);
  }
}
