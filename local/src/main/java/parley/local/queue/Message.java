package parley.local.queue;

/**
 * A message in a queue, as its line in the queue's file holds it.
 *
 * @param id SQS's message id
 * @param sent when, in milliseconds since 1970
 * @param body the text that was sent
 */
record Message(String id, long sent, String body) {}
