package parley.addons.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Tells room and channel that their link has ended. The channel once at most: Slack does not know a
 * message that it is sent twice, and this one is a courtesy.
 */
record Farewell(Links links, Announcer announcer, Slack slack) {

  private static final String TEXT =
      "The link with the room has ended: what is written here is not seen there any more.";

  /** The channel is not there for this app any more: ends the link, and tells the room. */
  void lost(Link link, String error) {
    announcer.end(link, "The link with %s has ended: Slack says %s.".formatted(link.name(), error));
  }

  /**
   * Tells them. Only by whoever holds the room's lane.
   *
   * @return after how long Slack may be asked again, where it was
   */
  Optional<Duration> say(Link ended) {
    announcer.tellEnd(ended);
    if (!ended.farewell()) {
      links.forget(ended);
      return Optional.empty();
    }
    var said = ended.ended(ended.ending(), false);
    if (!links.replace(ended, said)) {
      return Optional.empty();
    }
    var message = Map.of("channel", ended.place().channel(), "text", TEXT);
    var answer = slack.call("chat.postMessage", message);
    if (answer instanceof Slack.Wait(var time)) {
      links.replace(said, ended);
      return Optional.of(time);
    }
    if (answer instanceof Slack.Refused(var error)) {
      System.err.println("a channel was not told that its link has ended: " + error);
    }
    links.forget(said);
    return Optional.of(SendWaiting.EVERY);
  }
}
