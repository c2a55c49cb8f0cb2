/** Event source mappings of SQS' queues: messages, handed to a function in batches. */
@NullMarked
package parley.local.feed;

import org.jspecify.annotations.NullMarked;
