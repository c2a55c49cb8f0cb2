package parley.messages;

import java.util.Optional;

/** The rooms' logs, as a store keeps them. Every read sees every write that was acknowledged. */
interface Log {

  /** The entries in a range, in the order that it asks for. */
  Page read(Range range);

  /** The entry at a position. */
  Optional<Entry> find(String room, long seq);

  /**
   * Puts an entry at its position, if nothing is there.
   *
   * @return empty where it stands there now, otherwise the entry that was there before
   */
  Optional<Entry> add(Entry entry);

  /**
   * Makes in place what an edit, a deletion or a reaction says of its target; an entry of another
   * kind, or one whose target is not there, changes nothing.
   *
   * <p>Whatever the order and however often changes arrive, the target comes to stand as if each
   * had arrived once, in the log's order. A deletion also takes the texts of the message's edits
   * out of the log.
   */
  void amend(Entry change);

  /** The last entry of a room. */
  default Optional<Entry> last(String room) {
    return read(Range.last(room)).entries().stream().findFirst();
  }
}
