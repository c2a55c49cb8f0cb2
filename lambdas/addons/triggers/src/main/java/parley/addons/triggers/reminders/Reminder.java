package parley.addons.triggers.reminders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import parley.kernel.Json;

/**
 * What a room is told at a time.
 *
 * @param user who set it
 * @param id a UUID that their client made, and keeps over every retry
 * @param room where
 * @param at when, in seconds
 * @param from the name that it is shown under, such as "Reminder for Ada"
 * @param text what the room is told
 */
record Reminder(String user, String id, String room, Instant at, String from, String text) {

  /** As clients read it. */
  ObjectNode json() {
    return Json.object()
        .put("id", id)
        .put("room", room)
        .put("at", at.toString())
        .put("from", from)
        .put("text", text);
  }
}
