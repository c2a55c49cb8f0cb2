package parley.rooms;

import java.util.List;
import java.util.Optional;

/** All rooms. Reads see every write that was answered before, except {@link #listed}. */
interface Rooms {

  /** A room, if it is there. */
  Optional<Room> find(String room);

  /** Those of the rooms that are there, in any order; at most 100 distinct ones. */
  List<Room> find(List<String> rooms);

  /** Makes a room and its first members, all or nothing; false where the room is there already. */
  boolean open(Room room, List<Membership> members);

  /** Changes what is given, of a room that is there, and answers the whole. */
  Room change(Room room, Optional<String> name, Optional<String> topic);

  /**
   * Public rooms by their lower-case names; a new one may take a moment to be among them.
   *
   * @param next "" for the first page, else the last entry of the page before; see {@link Listing}
   */
  Page<Room> listed(String next, int limit);
}
