package parley.rooms;

import parley.kernel.Ids;
import parley.kernel.Refusal;

/** Decides whether a member can go: somebody must stay who can change the room. */
record Departure(Members members, Ids ids) {

  /** A room with members has an owner. */
  static final Refusal LAST_OWNER =
      Refusal.conflict(
          "last-owner", "the room's last owner must make another member an owner first");

  /**
   * That a member leaves or is removed; the room's last owner can, if nobody stays behind.
   *
   * <p>Somebody may join between the look at who stays and the change: then the room has no owner
   * until the next one joins, who becomes one.
   */
  Decision of(Room room, Membership member, String by) {
    if (member.owner() && room.owners() <= 1 && othersStay(member)) {
      return new Decision.Refused(LAST_OWNER);
    }
    var kind = by.equals(member.user()) ? Change.Kind.LEFT : Change.Kind.REMOVED;
    var change = Change.of(ids.next(), kind, by);
    return new Decision.Changed(room, member.with(member.role(), change));
  }

  private boolean othersStay(Membership member) {
    return members.of(member.room(), 2).stream().anyMatch(m -> !m.user().equals(member.user()));
  }
}
