/**
 * What every function shares: the record it takes, the reply it gives, the checks of its input, and
 * how it starts.
 *
 * <p>It knows no service by name, and no transport: API Gateway's mapping templates make the record
 * and unpack the reply.
 */
@NullMarked
package parley.kernel;

import org.jspecify.annotations.NullMarked;
