/**
 * What happens in rooms, as events on the instance's bus: for add-ons, and for what the customer
 * attaches to it.
 *
 * <p>It begins at the log's change stream and ends at the bus. The events' form is described in
 * docs/events.md, and has a version.
 */
@NullMarked
package parley.events;

import org.jspecify.annotations.NullMarked;
