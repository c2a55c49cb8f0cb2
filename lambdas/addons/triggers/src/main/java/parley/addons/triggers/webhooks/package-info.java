/**
 * Outgoing webhooks: what happens in rooms, posted to receivers of the platform team's, signed as
 * Standard Webhooks has it.
 *
 * <p>At least once and in no order: the queue in front of a receiver hands an event over again
 * until the receiver took it, with growing pauses, for about a day.
 */
@NullMarked
package parley.addons.triggers.webhooks;

import org.jspecify.annotations.NullMarked;
