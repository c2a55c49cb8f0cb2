package parley.messages;

/** What a user may do in a room; each may do what the one before it may. */
enum Standing {
  /** Neither read nor write. */
  NONE,
  /** Read and write. */
  MEMBER,
  /** Also delete what others wrote. */
  OWNER;

  /** The standing that a change of membership leads to. */
  static Standing after(Body.Membership membership) {
    return switch (membership.change()) {
      case "left", "removed" -> NONE;
      default -> of(membership.role());
    };
  }

  /** The standing of one with that role. */
  static Standing of(String role) {
    return role.equals("owner") ? OWNER : MEMBER;
  }

  /** The lower of the two. */
  Standing atMost(Standing other) {
    return compareTo(other) < 0 ? this : other;
  }
}
