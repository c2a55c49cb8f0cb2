package parley.tests.history;

import java.util.List;

/**
 * What a client shows of a room at rest.
 *
 * @param first the seq before which it shows nothing
 * @param entries what it shows, later entries folded into the messages that they are about
 * @param read the read mark
 * @param unread the number that it shows beside the room's name
 */
public record Screen(
    Client client, String room, long first, List<Entry> entries, Mark read, long unread) {

  /**
   * A place in a log.
   *
   * @param messages how many messages there are up to it
   */
  public record Mark(long seq, long messages) {

    /** Before the first entry. */
    public static final Mark START = new Mark(0, 0);

    Mark later(Mark other) {
      return other.seq > seq ? other : this;
    }
  }
}
