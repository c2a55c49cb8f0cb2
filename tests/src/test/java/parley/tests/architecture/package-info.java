/**
 * The rules of design and style that the project wants to hold: what is not tested here is no rule.
 */
@NullMarked
package parley.tests.architecture;

import org.jspecify.annotations.NullMarked;
