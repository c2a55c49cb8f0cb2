/**
 * Panic buttons: what one says becomes a message in its room, which somebody acknowledges, or else
 * more people are told.
 *
 * <p>It begins at a queue into which IoT Core puts what buttons say, with the button's settings.
 * Rooms and messages are other services': it asks them.
 */
@NullMarked
package parley.addons.panic;

import org.jspecify.annotations.NullMarked;
