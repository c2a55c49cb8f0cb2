/** The customers: a file of {@code instances/} for each, and what it may hold. */
@NullMarked
package parley.infra.instances;

import org.jspecify.annotations.NullMarked;
