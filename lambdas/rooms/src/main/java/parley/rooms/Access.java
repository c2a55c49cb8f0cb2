package parley.rooms;

import java.util.Optional;
import parley.kernel.Refusal;

/**
 * Decides who may do what with a room.
 *
 * <pre>
 *                        sees it   joins   changes it and its members
 *   nobody of a private     no       no       no
 *   nobody of a public      yes      yes      no
 *   member                  yes      -        no
 *   owner                   yes      -        yes
 *   one of a direct         yes      no       no
 * </pre>
 */
record Access(Rooms rooms, Members members) {

  /** What does not exist and what one may not see is the same to the one who asks. */
  static final Refusal NO_ROOM = Refusal.notFound("room");

  /** Nobody comes to a direct room, or goes. */
  static final Refusal DIRECT =
      Refusal.conflict("direct-room", "a direct room belongs to its two people and stays as it is");

  /**
   * A room as somebody may see it.
   *
   * @param mine their membership, ended or not
   */
  record View(Room room, Optional<Membership> mine) {

    /** True where they are a member now. */
    boolean member() {
      return mine.filter(Membership::active).isPresent();
    }

    /** True where they are an owner now. */
    boolean owner() {
      return mine.filter(Membership::owner).isPresent();
    }

    /** Why they may not change the room or its members; empty where they may. */
    Optional<Refusal> administer() {
      if (room.direct()) {
        return Optional.of(DIRECT);
      }
      return owner()
          ? Optional.empty()
          : Optional.of(Refusal.forbidden("only an owner of the room may do this"));
    }
  }

  /** The room, if it is there and the user may see it now. */
  Optional<View> view(String user, String room) {
    return rooms
        .find(room)
        .map(found -> new View(found, members.find(room, user)))
        .filter(view -> view.room().open() || view.member());
  }
}
