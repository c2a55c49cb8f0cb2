/** What may be set, and what is said of what may not. */
@NullMarked
package parley.infra.instances;

import org.jspecify.annotations.NullMarked;
