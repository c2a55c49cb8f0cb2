package parley.messages;

import java.time.Instant;

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
 */
record Entry(
    String room,
    long seq,
    long messages,
    String sender,
    String clientId,
    Instant time,
    Body body) {}
