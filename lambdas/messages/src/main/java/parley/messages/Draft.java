package parley.messages;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What is to be appended, before it has a position.
 *
 * @param clientId with the sender, its identity over all retries
 * @param after the highest seq that the sender had seen when this was first written
 */
record Draft(String room, String sender, String clientId, long after, Body body) {

  /** True where that entry is this draft, written by an earlier try. */
  boolean wrote(Entry entry) {
    return entry.sender().equals(sender) && entry.clientId().equals(clientId);
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
        body);
  }
}
