/**
 * Least privilege, shown from what the twin saw: every grant was used, and without it something
 * would have been denied. Run after the tests in the twin, whose uses it reads.
 */
@NullMarked
package parley.tests.permissions;

import org.jspecify.annotations.NullMarked;
