package parley.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a room's log.
 *
 * @param room the room's id
 * @param seq its position, dense from 1
 * @param messages how many entries up to and with this one are messages
 * @param sender who caused it
 * @param clientId with the sender, what it is known by over all retries
 * @param time when it was committed, by the server's clock, in milliseconds
 * @param body what it says
 * @param origin the add-on through which it came, if it came through one
 */
record Entry(
    String room,
    long seq,
    long messages,
    String sender,
    String clientId,
    Instant time,
    Body body,
    @Nullable Origin origin) {

  /** An entry that came through no add-on. */
  Entry(
      String room,
      long seq,
      long messages,
      String sender,
      String clientId,
      Instant time,
      Body body) {
    this(room, seq, messages, sender, clientId, time, body, null);
  }
}
