/** SQS: queues that feed functions, and queues in which something ends that a person should see. */
@NullMarked
package parley.local.queue;

import org.jspecify.annotations.NullMarked;
