package parley.infra.rooms;

/** The service's functions and the names of their settings. */
final class Handlers {

  static final String CREATE_ROOM = "parley.rooms.CreateRoomHandler";
  static final String LIST_ROOMS = "parley.rooms.ListRoomsHandler";
  static final String READ_ROOM = "parley.rooms.ReadRoomHandler";
  static final String UPDATE_ROOM = "parley.rooms.UpdateRoomHandler";
  static final String JOIN = "parley.rooms.JoinHandler";
  static final String LEAVE = "parley.rooms.LeaveHandler";
  static final String ADD_MEMBER = "parley.rooms.AddMemberHandler";
  static final String REMOVE_MEMBER = "parley.rooms.RemoveMemberHandler";
  static final String MARK_READ = "parley.rooms.MarkReadHandler";
  static final String FIND_MEMBERSHIP = "parley.rooms.FindMembershipHandler";

  static final String ROOMS_TABLE = "ROOMS_TABLE";
  static final String MEMBERS_TABLE = "MEMBERS_TABLE";
  static final String CHANGE_MEMBERSHIP_FUNCTION = "CHANGE_MEMBERSHIP_FUNCTION";
  static final String REVOKE_FUNCTION = "REVOKE_FUNCTION";
  static final String READ_PROFILE_FUNCTION = "READ_PROFILE_FUNCTION";

  static final String PUBLIC = "Public";
  static final String BY_USER = "ByUser";

  private Handlers() {}
}
