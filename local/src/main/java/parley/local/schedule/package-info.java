/** EventBridge Scheduler: what a stack has done when it is time, by the twin's clock. */
@NullMarked
package parley.local.schedule;

import org.jspecify.annotations.NullMarked;
