/**
 * What nobody sane sends: to the mapping templates, to the functions, to the REST API and the
 * socket of the running stack.
 */
@NullMarked
package parley.tests.fuzz;

import org.jspecify.annotations.NullMarked;
