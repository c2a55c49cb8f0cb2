package parley.messages;

import parley.kernel.Input;

/**
 * A part of a room's log. Nothing is in it where {@code from} is above {@code to}.
 *
 * @param from the lowest seq in it
 * @param to the highest seq in it
 * @param newestFirst the order, and so the end that a limit keeps
 * @param limit how many entries at most, 1 or more
 */
record Range(String room, long from, long to, boolean newestFirst, int limit) {

  /** From a position to the log's end, oldest first. */
  static Range from(String room, long seq, int limit) {
    return new Range(room, seq, Input.MAX_NUMBER, false, limit);
  }

  /** The last entry alone. */
  static Range last(String room) {
    return new Range(room, 1, Input.MAX_NUMBER, true, 1);
  }

  /** True where no entry can be in it. */
  boolean isEmpty() {
    return from > to;
  }
}
