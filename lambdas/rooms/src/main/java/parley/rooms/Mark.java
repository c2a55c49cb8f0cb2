package parley.rooms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import parley.kernel.Json;

/**
 * Up to where somebody has read a room's log.
 *
 * @param seq the last entry that they have seen; 0 where none
 * @param messages how many messages there were up to and with it
 */
record Mark(long seq, long messages) {

  /** Nothing read yet. */
  static final Mark NONE = new Mark(0, 0);

  /** As the API shows it. */
  ObjectNode json() {
    return Json.object().put("seq", seq).put("messages", messages);
  }
}
