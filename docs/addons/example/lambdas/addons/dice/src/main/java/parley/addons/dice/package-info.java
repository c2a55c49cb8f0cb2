/** Rolls dice for whoever writes {@code !roll 2d6} in a room, and writes there what came up. */
@NullMarked
package parley.addons.dice;

import org.jspecify.annotations.NullMarked;
