package parley.rooms;

import java.util.List;
import java.util.Optional;

/**
 * All memberships, those that ended included where it is said. Reads see every write that was
 * answered before, except {@link #roomsOf}.
 */
interface Members {

  /** Somebody's membership in a room, ended or not. */
  Optional<Membership> find(String room, String user);

  /** Somebody's memberships in those rooms, ended or not; at most 100 distinct rooms. */
  List<Membership> find(String user, List<String> rooms);

  /** The members of a room now, by their ids. */
  List<Membership> of(String room, int limit);

  /**
   * Somebody's rooms now, by the rooms' ids; the last changes may take a moment to be seen.
   *
   * @param next "" for the first page, else what the page before gave
   */
  Page<Membership> roomsOf(String user, String next, int limit);

  /**
   * Writes a change of a membership, and the room's number of owners with it, all or nothing. It
   * leaves the read mark alone.
   *
   * @param room as it was read
   * @param before as it was read; empty where there was none
   * @return false where the membership, or the number of owners if that is to change, was not as it
   *     was read: then nothing was written
   */
  boolean change(Room room, Optional<Membership> before, Membership after);

  /** Notes that all peers know of a change; without effect where another one came after it. */
  void told(Membership membership);

  /**
   * Moves a read mark forward; an older one is without effect.
   *
   * @return false where they are no member
   */
  boolean mark(String room, String user, Mark mark);
}
