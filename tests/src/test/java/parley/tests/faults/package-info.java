/**
 * The delivery contract under faults: real clients' conduct over real sockets, against a whole twin
 * whose fault interface is on, or whose processes are killed; judged by the checker of {@code
 * parley.tests.history}.
 *
 * <p>A run's faults come from one seed, which {@code -Dfaults.seed} sets.
 */
@NullMarked
package parley.tests.faults;

import org.jspecify.annotations.NullMarked;
