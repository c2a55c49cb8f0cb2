/** A receiver of webhooks, as anybody may run one who follows Standard Webhooks. */
@NullMarked
package parley.local.outside.receiver;

import org.jspecify.annotations.NullMarked;
