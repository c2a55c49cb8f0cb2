/**
 * Outside parties: stand-ins on loopback for services that the stack talks to over the internet.
 *
 * <p>A stand-in is a {@link Party} in a package of its own below this one, and a line in {@code
 * OutsideParties}. It knows the outside party, and nothing of what the stack does with it. Where a
 * function's variable names an origin that it stands in for, the function gets the stand-in's
 * address instead.
 */
@NullMarked
package parley.local.outside;

import org.jspecify.annotations.NullMarked;
