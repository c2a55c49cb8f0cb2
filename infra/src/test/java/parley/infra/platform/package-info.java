/** The mapping templates, run. */
@NullMarked
package parley.infra.platform;

import org.jspecify.annotations.NullMarked;
