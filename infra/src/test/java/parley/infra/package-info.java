/** The synthesized stacks, held against what they promise. */
@NullMarked
package parley.infra;

import org.jspecify.annotations.NullMarked;
