package parley.messages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be appended, before it has a position.
 *
 * @param clientId with the sender, its identity over all retries
 * @param after the highest seq that the sender had seen when this was first written
 * @param origin the add-on through which it came, if it came through one
 */
record Draft(
    String room, String sender, String clientId, long after, Body body, @Nullable Origin origin) {

  /** A draft that came through no add-on. */
  Draft(String room, String sender, String clientId, long after, Body body) {
    this(room, sender, clientId, after, body, null);
  }

  /**
   * True where that entry is this draft, written by an earlier try. Through one add-on it is that
   * also where the person in whose name it is written became another meanwhile.
   */
  boolean wrote(Entry entry) {
    return entry.clientId().equals(clientId)
        && (entry.sender().equals(sender) || isThrough(entry.origin()));
  }

  /** True where an add-on writes it in its own name. */
  boolean isOfAddOn() {
    return origin != null && origin.sender().equals(sender);
  }

  private boolean isThrough(@Nullable Origin other) {
    return origin != null && other != null && origin.app().equals(other.app());
  }

  /** The entry that follows {@code last}, or that opens the log where there is none. */
  Entry following(@Nullable Entry last, Instant now) {
    var seq = last == null ? 0 : last.seq();
    var messages = last == null ? 0 : last.messages();
    return new Entry(
        room,
        seq + 1,
        body instanceof Body.Message ? messages + 1 : messages,
        sender,
        clientId,
        now.truncatedTo(ChronoUnit.MILLIS),
        body,
        origin);
  }
}
