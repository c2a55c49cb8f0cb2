package parley.addons.sms;

/**
 * Whose a number is.
 *
 * @param stopped whether they said STOP, and no SMS is to be sent there
 */
record Link(String user, boolean stopped) {}
