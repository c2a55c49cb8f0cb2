/**
 * Daily digests: how much was written in a room, told there. A schedule leaves a message in a
 * queue, and the queue hands it over again until the digest stands in the room.
 */
@NullMarked
package parley.addons.triggers.digests;

import org.jspecify.annotations.NullMarked;
