package parley.messages;

import java.time.Instant;

/**
 * That an add-on asked to write something, as it was when it did so first.
 *
 * @param id derived of the add-on and the outside party's own id: the same over all retries
 * @param room where it is written
 * @param after the highest seq of the room at that time
 * @param expires until when a retry is known; as long as that it is written once
 */
record Post(String id, String room, long after, Instant expires) {}
