/** Rooms and their members. */
@NullMarked
package parley.infra.rooms;

import org.jspecify.annotations.NullMarked;
