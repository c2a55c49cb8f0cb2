package parley.rooms;

/**
 * Somebody's place in a room, which they may have left.
 *
 * @param role what they may do, or might do when they were last a member
 * @param read up to where they have read; never moves back, even over leaving and joining again
 * @param change the last change of it
 */
record Membership(String room, String user, Role role, Mark read, Change change) {

  /** The first membership of somebody in a room. */
  static Membership first(String room, String user, Role role, Change change) {
    return new Membership(room, user, role, Mark.NONE, change);
  }

  /** True where they are a member now. */
  boolean active() {
    return !change.kind().ends();
  }

  /** True where they are an owner now. */
  boolean owner() {
    return active() && role == Role.OWNER;
  }

  /** After another change. */
  Membership with(Role newRole, Change next) {
    return new Membership(room, user, newRole, read, next);
  }
}
