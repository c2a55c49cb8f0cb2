/**
 * The delivery contract, shown: a company whose people chat while everything around the functions
 * goes wrong, and the checker that looks at what they did and saw. {@code docs/delivery.md} says
 * what is promised; {@code bin/prove} is the long way.
 */
@NullMarked
package parley.tests.contract;

import org.jspecify.annotations.NullMarked;
