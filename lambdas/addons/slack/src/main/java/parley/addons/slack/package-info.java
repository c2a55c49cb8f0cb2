/**
 * A bridge between rooms and channels of Slack: what is written in the one is written in the other.
 *
 * <pre>
 *   Slack ─► Receive ─► queue ─► Work ─► messages.PostMessage          (into the room)
 *   bus ─► Follow ─► outbox ─► queue ─► Send ─► chat.postMessage …     (into the channel)
 * </pre>
 *
 * <p>It ends where the room's log begins: messages come there, and from there, by the functions and
 * events of others. What it keeps is which room and channel are linked, and which message there is
 * which here.
 */
@NullMarked
package parley.addons.slack;

import org.jspecify.annotations.NullMarked;
