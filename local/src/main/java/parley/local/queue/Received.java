package parley.local.queue;

/**
 * A message that somebody receives.
 *
 * @param message what was sent
 * @param receipt by which this receiver may delete it
 * @param first when anybody received it for the first time, in milliseconds since 1970
 * @param count how often it was received, with this time
 */
record Received(Message message, String receipt, long first, int count) {}
