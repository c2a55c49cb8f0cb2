package parley.messages;

/**
 * The answer to whoever appended.
 *
 * @param seq where the entry stands
 * @param messages how many messages there are up to it
 * @param time when it was committed
 */
record Ack(long seq, long messages, String time) {

  static Ack of(Entry entry) {
    return new Ack(entry.seq(), entry.messages(), Timestamp.format(entry.time()));
  }
}
