/** Dice in rooms: a function that hears what is written, and writes. */
@NullMarked
package parley.infra.addons.dice;

import org.jspecify.annotations.NullMarked;
