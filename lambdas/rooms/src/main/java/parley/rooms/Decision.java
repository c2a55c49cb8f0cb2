package parley.rooms;

import parley.kernel.Refusal;

/** What is to be done about somebody's membership. */
sealed interface Decision {

  /** Nothing, and the caller is told why. */
  record Refused(Refusal refusal) implements Decision {}

  /** Nothing new: it is as the caller wants it. */
  record Settled() implements Decision {}

  /**
   * A change, if all is still as it was read.
   *
   * @param room as it was read
   */
  record Changed(Room room, Membership after) implements Decision {}
}
