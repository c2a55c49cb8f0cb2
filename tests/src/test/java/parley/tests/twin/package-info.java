/** The synthesized stack in the twin, used from outside: over HTTP and sockets, as clients do. */
@NullMarked
package parley.tests.twin;

import org.jspecify.annotations.NullMarked;
