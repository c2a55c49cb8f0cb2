/**
 * Who is typing in a room: told to those who hear the room at that moment, and kept nowhere.
 *
 * <p>It ends at the sockets, which are {@code connections}': that service knows who hears a room,
 * and shows them what it is asked to. How long somebody is seen to type is the client's to say.
 */
@NullMarked
package parley.addons.typing;

import org.jspecify.annotations.NullMarked;
