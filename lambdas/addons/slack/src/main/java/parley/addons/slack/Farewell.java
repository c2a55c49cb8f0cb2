package parley.addons.slack;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Tells channel and room that their link has ended. */
record Farewell(Links links, Announcer announcer, Slack slack) {

  private static final String TEXT =
      "The link with the room has ended: what is written here is not seen there any more.";

  /** The channel is not there for this app any more: ends the link, and tells the room. */
  void lost(Link link, String error) {
    announcer.end(link, "The link with %s has ended: Slack says %s.".formatted(link.name(), error));
  }

  /**
   * Tells them of one that ended, where they were not told yet. A channel that is not there any
   * more is not told.
   *
   * @return after how long to try again; empty where there is nothing more to tell
   */
  Optional<Duration> say(String room) {
    var ended = links.endedOfRoom(room);
    if (ended.isPresent()) {
      var message = Map.of("channel", ended.get().place().channel(), "text", TEXT);
      if (slack.call("chat.postMessage", message) instanceof Slack.Wait(var time)) {
        return Optional.of(time);
      }
    }
    announcer.finish(ended);
    return Optional.empty();
  }
}
