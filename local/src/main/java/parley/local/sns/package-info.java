/**
 * SNS: topics, and who hears of what is published there. What would go out is listed, and goes
 * nowhere.
 */
@NullMarked
package parley.local.sns;

import org.jspecify.annotations.NullMarked;
