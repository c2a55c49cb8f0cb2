/**
 * EventBridge: buses, the rules on them, and what is sent to rules' targets, at least once and
 * again where it fails.
 */
@NullMarked
package parley.local.events;

import org.jspecify.annotations.NullMarked;
