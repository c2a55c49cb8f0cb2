package parley.infra.rooms;

import static parley.infra.platform.TableShape.text;

import java.util.List;
import parley.infra.connections.Connections;
import parley.infra.identity.Identity;
import parley.infra.messages.Messages;
import parley.infra.platform.Foundation;
import parley.infra.platform.Function;
import parley.infra.platform.Functions;
import parley.infra.platform.Table;
import parley.infra.platform.TableShape;
import software.constructs.Construct;

/** Rooms and their members. */
public final class Rooms extends Construct {

  private final Table rooms;
  private final Table members;
  private final Function createRoom;
  private final Function join;
  private final Function leave;
  private final Function addMember;
  private final Function removeMember;
  private final Function findMembership;

  /** The service, as yet without anybody to tell of its changes. */
  public Rooms(Construct scope, String id, Foundation on) {
    super(scope, id);
    var keep = on.settings().data().keep();
    rooms =
        new Table(
            this,
            "Rooms",
            TableShape.lasting(keep, text("room"))
                .indexed(Handlers.PUBLIC, text("listing"), text("entry")));
    members =
        new Table(
            this,
            "Members",
            TableShape.lasting(keep, text("room"))
                .sortedBy(text("user"))
                .indexed(Handlers.BY_USER, text("user"), text("room")));

    var functions = new Functions(this, "rooms", on);
    createRoom = functions.answering(Handlers.CREATE_ROOM);
    var listRooms = functions.answering(Handlers.LIST_ROOMS);
    var readRoom = functions.answering(Handlers.READ_ROOM);
    var updateRoom = functions.answering(Handlers.UPDATE_ROOM);
    join = functions.answering(Handlers.JOIN);
    leave = functions.answering(Handlers.LEAVE);
    addMember = functions.answering(Handlers.ADD_MEMBER);
    removeMember = functions.answering(Handlers.REMOVE_MEMBER);
    var markRead = functions.answering(Handlers.MARK_READ);
    findMembership = functions.answering(Handlers.FIND_MEMBERSHIP);

    on.rest().route("POST", "/rooms", createRoom);
    on.rest().route("PUT", "/directs/{user}", createRoom);
    on.rest().route("GET", "/rooms", listRooms);
    on.rest().route("GET", "/rooms/{room}", readRoom);
    on.rest().route("PATCH", "/rooms/{room}", updateRoom);
    on.rest().route("POST", "/rooms/{room}/join", join);
    on.rest().route("POST", "/rooms/{room}/leave", leave);
    on.rest().route("PUT", "/rooms/{room}/members/{user}", addMember);
    on.rest().route("DELETE", "/rooms/{room}/members/{user}", removeMember);
    on.rest().route("PUT", "/rooms/{room}/read", markRead);

    List.of(createRoom, listRooms, readRoom, updateRoom, join, leave, addMember, removeMember)
        .forEach(this::grantSee);
    grantCreate(createRoom);
    grantList(listRooms);
    grantCount(readRoom);
    grantUpdate(updateRoom);
    List.of(createRoom, join, leave, addMember, removeMember).forEach(this::grantEnrol);
    List.of(leave, addMember, removeMember).forEach(this::grantCount);
    grantMark(markRead);
    grantFind(findMembership);
  }

  /** Who must exist is asked there; who comes and goes is told there. */
  public void tell(Identity identity, Messages messages, Connections connections) {
    List.of(createRoom, addMember)
        .forEach(function -> identity.grantAsk(function, Handlers.READ_PROFILE_FUNCTION));
    List.of(createRoom, join, leave, addMember, removeMember)
        .forEach(
            function ->
                messages.grantTellMembership(function, Handlers.CHANGE_MEMBERSHIP_FUNCTION));
    List.of(leave, removeMember)
        .forEach(function -> connections.grantRevoke(function, Handlers.REVOKE_FUNCTION));
  }

  /** Lets another service's function ask which rooms a person is a member of. */
  public void grantFindMembership(Function function, String variable) {
    function.mayInvoke(findMembership, variable);
  }

  /** A room, and what the caller is in it. */
  private void grantSee(Function function) {
    rooms.allow(function.with(Handlers.ROOMS_TABLE, rooms.name()), "GetItem");
    members.allow(function.with(Handlers.MEMBERS_TABLE, members.name()), "GetItem");
  }

  private void grantCreate(Function function) {
    rooms.allow(function, "PutItem");
  }

  private void grantList(Function function) {
    rooms.allow(function, "BatchGetItem");
    rooms.allowQuery(function, Handlers.PUBLIC);
    members.allow(function, "BatchGetItem");
    members.allowQuery(function, Handlers.BY_USER);
  }

  /** All members of a room: for its page, and to know its last owner. */
  private void grantCount(Function function) {
    members.allow(function, "Query");
  }

  private void grantUpdate(Function function) {
    rooms.allow(function, "UpdateItem");
  }

  /** Who is a member, and what is not yet told of it. */
  private void grantEnrol(Function function) {
    members.allow(function, "PutItem", "UpdateItem");
  }

  private void grantMark(Function function) {
    members.allow(function.with(Handlers.MEMBERS_TABLE, members.name()), "GetItem", "UpdateItem");
  }

  private void grantFind(Function function) {
    members.allow(function.with(Handlers.MEMBERS_TABLE, members.name()), "BatchGetItem");
  }
}
