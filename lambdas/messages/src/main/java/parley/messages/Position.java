package parley.messages;

import java.util.Optional;

/**
 * A place in a log.
 *
 * @param messages how many messages there are up to it
 */
record Position(long seq, long messages) {

  /** Where that entry stands; before the first entry where there is none. */
  static Position of(Optional<Entry> entry) {
    return entry.map(e -> new Position(e.seq(), e.messages())).orElse(new Position(0, 0));
  }
}
