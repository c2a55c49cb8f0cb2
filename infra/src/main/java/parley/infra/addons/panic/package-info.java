/**
 * Panic buttons: what IoT Core knows of each, the queues through which what they say goes, and the
 * functions that make alarms of it.
 */
@NullMarked
package parley.infra.addons.panic;

import org.jspecify.annotations.NullMarked;
