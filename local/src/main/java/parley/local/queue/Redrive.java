package parley.local.queue;

/**
 * Where a queue's messages go that were received too often.
 *
 * @param queueArn of the queue that takes them
 * @param most how often a message may be received before
 */
record Redrive(String queueArn, int most) {}
