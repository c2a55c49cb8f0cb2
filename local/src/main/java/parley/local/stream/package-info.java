/** Event source mappings: a table's stream, read in order and handed to a function in batches. */
@NullMarked
package parley.local.stream;

import org.jspecify.annotations.NullMarked;
