/** Who may do what: every cell of docs/access.md, tried against the twin. */
@NullMarked
package parley.tests.matrix;

import org.jspecify.annotations.NullMarked;
