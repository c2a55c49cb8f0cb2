/** Secrets Manager: values that only their owner may read, kept over starts. */
@NullMarked
package parley.local.secret;

import org.jspecify.annotations.NullMarked;
